import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder';
import type { NotePair } from './note-pair';

interface Utterance {
  from: number;
  text: string;
}

/** The utterances of one speaker: a Praat TextGrid with one tier. */
function utterances(textGrid: string): Utterance[] {
  const interval = /xmin = ([\d.]+)\s+xmax = [\d.]+\s+text = "((?:[^"]|"")*)"/g;
  return [...textGrid.matchAll(interval)].flatMap((match) => {
    // Marks of the transcribers: <UNSURE>…</UNSURE> keeps its words, <UNIN/> stands for words that nobody understood.
    const text = (match[2] ?? '')
      .replace(/""/g, '"')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return text === '' ? [] : [{ from: Number(match[1]), text }];
  });
}

/**
 * The consultations of some days of PriMock57 (Korfiatis et al., ACL 2022; CC BY 4.0) with the notes that the clinicians
 * wrote. Days 1 and 2 are for development, day 3 is held out.
 */
export function primock57Notes(days: readonly number[]): NotePair[] {
  const folder = join(dataFolder(), 'primock57');
  return readdirSync(join(folder, 'notes'))
    .filter((file) => days.some((day) => file.startsWith(`day${day}_`)))
    .sort()
    .map((file) => {
      const id = file.replace(/\.json$/, '');
      const { note } = JSON.parse(readFileSync(join(folder, 'notes', file), 'utf8')) as { note: string };
      const turns = (['doctor', 'patient'] as const).flatMap((speaker) =>
        utterances(readFileSync(join(folder, 'transcripts', `${id}_${speaker}.TextGrid`), 'utf8')).map(
          (said) => ({ ...said, speaker }),
        ),
      );
      const source = turns
        .sort((a, b) => a.from - b.from)
        .map(({ speaker, text }) => `[${speaker}] ${text}`)
        .join('\n');
      return { id, note, source };
    });
}
