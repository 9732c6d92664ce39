import type { SourceIndex } from '../../core/evidence/source/source-index';
import { oncePer } from '../../core/once';
import { foreignLanguage, isPlainlyEnglish, languageReason } from '../../core/text/language';
import type { Section } from '../../core/text/sections';
import { LruMap } from '../lru-map';

/** Why parts of a note, or all of it, can't be compared: they are not in English. */
export interface NoteLanguages {
  /** Why nothing of the note can be compared with a source; undefined when something can. */
  whole?: string;
  /** Which language it is that keeps the whole from being compared, ISO 639-1. */
  language?: string;
  /** It is the note itself, and no source: what is compared inside of it can't be read either. */
  isOfNote?: true;
  /** Why the statements of a section are left out; empty for a note in English. */
  sections: ReadonlyMap<Section, string>;
  /** The sources in English. */
  readable: SourceIndex[];
}

/** Sections whose language is remembered: an edit changes one of them. */
const keptSections = 500;
const languageOfSection = new LruMap<string, { language: string | undefined }>(keptSections);

async function sectionLanguage(body: string): Promise<string | undefined> {
  const known = languageOfSection.get(body) ?? { language: await foreignLanguage(body) };
  languageOfSection.set(body, known);
  return known.language;
}

const sourceLanguage = oncePer((source: SourceIndex): Promise<string | undefined> =>
  foreignLanguage(source.text),
);

/**
 * Finds what is not in English. The rules and dictionaries are English, and would raise noise on anything else.
 * @param visible the note with everything blanked that is not checked
 */
export async function noteLanguages(
  visible: string,
  sections: readonly Section[],
  sources: readonly SourceIndex[],
): Promise<NoteLanguages> {
  const ofNote = await foreignLanguage(visible);
  const foreign = new Map<Section, string>();
  for (const section of sections) {
    const body = visible.slice(section.body.start, section.body.end);
    if (body.trim() === '' || isPlainlyEnglish(body)) continue;
    // A short section says too little by itself: it is in the language of the rest.
    const language = (await sectionLanguage(body)) ?? ofNote;
    if (language !== undefined) foreign.set(section, languageReason('this part of the note', language));
  }
  const readable: SourceIndex[] = [];
  let unread: string | undefined;
  let ofSource: string | undefined;
  for (const source of sources) {
    const language = await sourceLanguage(source);
    if (language === undefined) readable.push(source);
    else {
      unread = languageReason('the source', language);
      ofSource = language;
    }
  }
  const known = { sections: foreign, readable };
  if (
    ofNote !== undefined &&
    foreign.size === sections.filter((section) => hasBody(visible, section)).length
  ) {
    return { ...known, whole: languageReason('the note', ofNote), language: ofNote, isOfNote: true };
  }
  if (readable.length > 0 || unread === undefined || ofSource === undefined) return known;
  return { ...known, whole: unread, language: ofSource };
}

function hasBody(visible: string, { body }: Section): boolean {
  return visible.slice(body.start, body.end).trim() !== '';
}
