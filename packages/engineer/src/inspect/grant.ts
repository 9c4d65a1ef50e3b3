/** In charge of what a grant is in an inspection. */

/** Rights by role, as they were granted; `public` is everybody. */
export interface Grant {
  role: string;
  /** In lower case, such as `select`, `insert with grant option`. */
  privileges: string[];
}
