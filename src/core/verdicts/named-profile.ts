import { frontMatter, frontMatterSpan } from '../text/front-matter';
import type { Span } from '../text/span';
import { noteProfiles, type NoteProfile } from './note-profiles';

/** The kind of note that its front matter names (`profile: discharge`). */
export interface NamedProfile {
  profile?: NoteProfile;
  /** Where the value stands when it names no profile. */
  unknown?: Span;
}

/** Reads `profile` in a note's front matter; nothing where there is no front matter, or where it is malformed. */
export function namedProfile(text: string): NamedProfile {
  if (!frontMatterSpan(text)) return {};
  try {
    const matter = frontMatter(text);
    const value = matter?.data['profile'];
    if (value === undefined || value === null) return {};
    const profile = noteProfiles.find((name) => name === value);
    const place = matter?.values['profile']?.[0] ?? matter?.span;
    return profile ? { profile } : { ...(place && { unknown: place }) };
  } catch {
    return {}; // Looking for the sources reports malformed front matter, with its place.
  }
}
