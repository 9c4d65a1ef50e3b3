/** In charge of putting things where there is room: tables that are tied to nothing, frames of schemas. */

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Places each of the sizes at the highest, then leftmost corner where it touches nothing.
 *
 * @param taken what stands already
 * @param width that nothing reaches beyond, unless it is wider itself
 * @param gap to keep on every side
 * @returns a place for each size, in their order
 */
export function fillGaps(
  taken: readonly Area[],
  sizes: readonly { width: number; height: number }[],
  width: number,
  gap: number,
): Area[] {
  const placed: Area[] = [...taken];
  return sizes.map((size) => {
    const corners = [
      { x: 0, y: 0 },
      ...placed.flatMap((area) => [
        { x: area.x + area.width + gap, y: area.y },
        { x: area.x + area.width + gap, y: 0 },
        { x: area.x, y: area.y + area.height + gap },
        { x: 0, y: area.y + area.height + gap },
      ]),
    ];
    const free = corners.filter(
      ({ x, y }) =>
        (x === 0 || x + size.width <= width) &&
        !placed.some((area) => touches(area, { x, y, ...size }, gap)),
    );
    // The corner below everything is always free, so there is a first one.
    const [best = { x: 0, y: 0 }] = free.sort((one, other) => one.y - other.y || one.x - other.x);
    const area = { ...best, ...size };
    placed.push(area);
    return area;
  });
}

function touches(one: Area, other: Area, gap: number): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  );
}
