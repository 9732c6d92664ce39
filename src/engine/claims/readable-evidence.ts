import type { Passage } from '../../core/evidence/passages/passage';
import { oncePer } from '../../core/once';
import { foreignLanguage } from '../../core/text/language';
import type { gatherEvidence } from '../library/gather-evidence';

/** What was found for a claim and can be read. */
export interface ReadableEvidence extends Awaited<ReturnType<typeof gatherEvidence>> {
  /** The language of what was found, where none of it is in English (ISO 639-1). */
  foreign?: string;
}

const passageLanguage = oncePer((passage: Passage): Promise<string | undefined> =>
  foreignLanguage(passage.text),
);

/** Leaves out what is not in English: words of another language that look alike would bear on a claim by chance. */
export async function readableEvidence({
  sentences,
  passages,
}: Awaited<ReturnType<typeof gatherEvidence>>): Promise<ReadableEvidence> {
  const languages = new Map<Passage, string>();
  for (const { passage } of passages) {
    const language = await passageLanguage(passage);
    if (language !== undefined) languages.set(passage, language);
  }
  const readable = {
    sentences: sentences.filter(({ evidence }) => !languages.has(evidence.passage)),
    passages: passages.filter(({ passage }) => !languages.has(passage)),
  };
  const [foreign] = languages.values();
  const isAllForeign = foreign !== undefined && readable.passages.length === 0;
  return { ...readable, ...(isAllForeign && { foreign }) };
}
