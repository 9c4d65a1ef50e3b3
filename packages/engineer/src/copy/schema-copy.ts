/** In charge of what a copy of a target's schema on a throw-away server is. */

/** Something of the target that the copy could not have, and why. */
export interface MissingObject {
  /** Such as `extension "postgis"` or `function public.distance(geometry)`. */
  object: string;
  /** Why, in PostgreSQL's words or ours. */
  reason: string;
}

/** A throw-away embedded server with the target's schema and none of its rows. */
export interface SchemaCopy {
  /** As the role that owns the target's database, no superuser where that one is none. */
  ownerUrl: string;
  /** As the throw-away server's superuser, whose connections may `set session authorization`. */
  superuserUrl: string;
  /** The server's major version. */
  major: number;
  dataDir: string;
  missing: MissingObject[];
}
