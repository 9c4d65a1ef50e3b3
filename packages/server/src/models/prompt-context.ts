/** In charge of the shapes that prompts and the guide know a cat and its case by. */

/** How pressing a message is. */
export type PromptCategory = 'emergency' | 'urgent' | 'routine' | 'behavioral';

/** What the triage rules found in the newest message. */
export interface PromptTriage {
  category: PromptCategory;
  /** Most severe first. */
  redFlags: { name: string; label: string; advice: string; category: PromptCategory }[];
  /** Names of all rules that matched. */
  topics: string[];
}

/** What a person told about their cat and how they want to be answered. */
export interface PromptPreferences {
  catName?: string;
  sex?: 'male' | 'female' | 'unknown';
  neutered?: boolean;
  ageMonths?: number;
  weightGrams?: number;
  indoor?: boolean;
  conditions?: string;
  tone?: 'warm' | 'plain' | 'brief';
  units?: 'metric' | 'imperial';
}
