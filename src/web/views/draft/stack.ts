/** Room between two notes, in pixels. */
const gap = 10;

/**
 * Where notes stand that each want to be beside their words: in order, none over another, each as near
 * to its place as those before it allow. In pixels from the top.
 */
export function stacked(
  wanted: readonly { readonly top: number; readonly height: number }[],
): number[] {
  let free = 0;
  return wanted.map(({ top, height }) => {
    const at = Math.max(top, free);
    free = at + height + gap;
    return at;
  });
}
