/** Mu's face: a dark head, two lit eyes. Drawn here, so that it follows the theme. */

/** The mark, `size` pixels wide. It is an ornament: the name stands beside it. */
export function CatMark({ size }: { size: number }) {
  return (
    <svg className="cat-mark" viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <path
        className="cat-head"
        d="M7 6.5c.5-1.6 2.3-2.1 3.5-1l8.1 7.1a23 23 0 0 1 10.8 0l8.1-7.1c1.2-1.1 3-.6 3.5 1 1.9 6.6 2.3 13.5 1.3 19.5C40.8 36.5 33.5 43 24 43S7.2 36.5 5.7 26C4.7 20 5.1 13.1 7 6.5Z"
      />
      <g className="cat-eyes">
        <path d="M10.5 25.5c2.2-4.3 7.8-4.8 10.3-.2-2.6 3.7-7.7 3.9-10.3.2Z" />
        <path d="M37.5 25.5c-2.2-4.3-7.8-4.8-10.3-.2 2.6 3.7 7.7 3.9 10.3.2Z" />
      </g>
      <g className="cat-head">
        <ellipse cx="15.8" cy="25.2" rx="1.15" ry="2.7" />
        <ellipse cx="32.2" cy="25.2" rx="1.15" ry="2.7" />
      </g>
      <path
        className="cat-nose"
        d="M22.3 32.5h3.4c.6 0 .9.7.5 1.1l-1.7 1.7a.7.7 0 0 1-1 0l-1.7-1.7c-.4-.4-.1-1.1.5-1.1Z"
      />
    </svg>
  );
}
