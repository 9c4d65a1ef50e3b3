/** In charge of the shape of preferences. */

/** The cat's profile and how Mu should speak; what is absent was not said. */
export interface Preferences {
  catName?: string;
  sex?: 'male' | 'female' | 'unknown';
  neutered?: boolean;
  ageMonths?: number;
  weightGrams?: number;
  indoor?: boolean;
  /** Known illnesses and medicines, in the person's words. */
  conditions?: string;
  tone?: 'warm' | 'plain' | 'brief';
  units?: 'metric' | 'imperial';
}
