/** In charge of what a piece of a schema is: one object, or one trait of it, and the script that makes it. */

/** One thing to make on the copy. */
export interface Piece {
  /** Catalog and OID in the target, such as `pg_class:16402`, and the trait where it is one. */
  key: string;
  /** Such as `table public.messages`. */
  object: string;
  /** Statements, all of which happen or none. */
  script: string;
  /** Makes something in its place, for what needs it before it can be made. */
  shell: string | null;
  /** Where it stands among the others, as far as nothing that it needs says otherwise. */
  stage: number;
  /** The same within a stage. */
  rank: number;
  /** The keys of the pieces that must be there before. */
  needs: readonly string[];
}
