import { type ReactNode, useState } from "react";

/**
 * A picture over time with a reading of it: under the mouse, or by key, one bin after the other. The
 * picture itself is drawn by `children`, told which bin is read.
 */
export function Scrubber({
  bins,
  label,
  describe,
  children,
}: {
  bins: number;
  label: string;
  /** What is told of a bin. */
  describe: (bin: number) => string;
  children: (bin: number | null) => ReactNode;
}) {
  const [bin, setBin] = useState<number | null>(null);
  const read = bin === null ? null : Math.min(bin, bins - 1);
  return (
    <div className="scrubber">
      <div className="scrubbed">
        {children(read)}
        <input
          type="range"
          min={0}
          max={Math.max(bins - 1, 0)}
          step={1}
          value={read ?? 0}
          aria-label={label}
          aria-valuetext={describe(read ?? 0)}
          onFocus={() => setBin((before) => before ?? 0)}
          onChange={(event) => setBin(Number(event.target.value))}
          onPointerMove={(event) => {
            const { left, width } = event.currentTarget.getBoundingClientRect();
            const at = Math.floor(((event.clientX - left) / Math.max(width, 1)) * bins);
            setBin(Math.max(0, Math.min(bins - 1, at)));
          }}
        />
      </div>
      <p className="scrub-reading soft" aria-hidden="true">
        {read === null ? "\u00a0" : describe(read)}
      </p>
    </div>
  );
}
