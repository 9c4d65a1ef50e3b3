/** Which buckets are named under the axis: as many as there is room for, at even distances. */

/** @returns Indexes, never closer to each other than `room` pixels at `step` pixels a bucket. */
export function chooseTicks(length: number, step: number, room: number): number[] {
  const every = Math.max(1, Math.ceil(room / step));
  return Array.from({ length: Math.ceil(length / every) }, (_, index) => index * every);
}
