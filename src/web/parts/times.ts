/** `3 May, 06:15`, in UTC as all times of posts are; with seconds where they matter. */
export function instant(seconds: number, withSeconds = false): string {
  return (withSeconds ? toTheSecond : toTheMinute).format(new Date(seconds * 1000));
}

const toTheMinute = format({ hour: "2-digit", minute: "2-digit" });
const toTheSecond = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });

function format(time: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    hourCycle: "h23",
    ...time,
  });
}

/** An axis of times, with as many ticks as the width in pixels has room for. */
export function timeAxis(width: number) {
  const ticks = Math.max(3, Math.floor(width / 110));
  return { type: "utc", label: null, ticks, tickFormat: dayOrHour } as const;
}

/** A tick of an axis of times: the day at its beginning, else the hour; in UTC. */
function dayOrHour(at: Date): string {
  return at.getTime() % 86_400_000 === 0 ? toTheDay.format(at) : toTheHour.format(at);
}

const toTheDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
});
const toTheHour = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const units = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
] as const;

/** How far apart two times are, in its two largest units: `2 d 3 h`, `4 min`, `0 s`. */
export function apart(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const first = units.findIndex(([, length]) => whole >= length);
  if (first < 0) return "0 s";
  const [unit, length] = units[first] ?? units[3];
  const next = units[first + 1];
  const rest = next ? Math.floor((whole % length) / next[1]) : 0;
  return `${Math.floor(whole / length)} ${unit}${next && rest > 0 ? ` ${rest} ${next[0]}` : ""}`;
}
