/** A clinical note with the dialogue that it was written from. */
export interface NotePair {
  id: string;
  note: string;
  source: string;
}
