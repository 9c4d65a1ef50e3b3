/** The page's own small drawings, all on a grid of 24. */

const paths = {
  thumbUp:
    'M8 11v9H4v-9h4Zm0 8h8.6c1 0 1.8-.7 2-1.6l1.3-6A2 2 0 0 0 18 9h-4.5l.8-4c.2-1.1-.6-2-1.6-2L8 11',
  thumbDown:
    'M16 13V4h4v9h-4Zm0-8H7.4c-1 0-1.8.7-2 1.6l-1.3 6A2 2 0 0 0 6 15h4.5l-.8 4c-.2 1.1.6 2 1.6 2l4.7-8',
  send: 'M12 20V5m0 0-6.5 6.5M12 5l6.5 6.5',
  down: 'M12 4v15m0 0 6.5-6.5M12 19l-6.5-6.5',
  stop: 'M7 7h10v10H7z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0-6v2m0 16v2M2 12h2m16 0h2M5 5l1.4 1.4m11.2 11.2L19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  profile:
    'M5 4.5 8.5 8a10 10 0 0 1 7 0L19 4.5c1.3 4 1.4 8.3.3 11.5-.9 2.7-3.8 4.5-7.3 4.5S5.6 18.7 4.7 16C3.6 12.8 3.7 8.5 5 4.5ZM9 13v1m6-1v1',
  data: 'M12 3 5 5.5v6c0 4.5 3 7.7 7 9.5 4-1.8 7-5 7-9.5v-6L12 3Zm-3 8.5 2.2 2.2L15.5 9.5',
  close: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 3.5 2.5 20h19L12 3.5Zm0 6v5m0 2.8v.2',
} as const;

export type IconName = keyof typeof paths;

/** An ornament: whatever it stands for is said in words beside it or in a label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
