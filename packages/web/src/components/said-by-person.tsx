/** What the person wrote, as they wrote it. */

interface SaidByPersonProps {
  text: string;
  /** ISO 8601 time or ms. */
  at: string | number;
}

/** The message and its time. */
export function SaidByPerson({ text, at }: SaidByPersonProps) {
  const time = new Date(at);
  return (
    <div className="said-by-person">
      <h2 className="hidden">You said</h2>
      <p className="bubble">{text}</p>
      <time dateTime={time.toISOString()}>{showTime(time)}</time>
    </div>
  );
}

/** The hour today, with the day before it otherwise. */
function showTime(time: Date): string {
  const isToday = time.toDateString() === new Date().toDateString();
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  return isToday
    ? time.toLocaleTimeString([], hour)
    : time.toLocaleString([], { day: 'numeric', month: 'short', ...hour });
}
