import { allergyPlanter } from './allergies';
import { certaintyPlanter } from './certainty';
import { classSwapPlanter, lookAlikeSwapPlanter } from './drug-swaps';
import { inventionPlanter, omissionPlanter } from './inventions';
import { negationPlanter } from './negations';
import { noteSentences } from './note-text';
import { dosePlanter, frequencyPlanter, routePlanter } from './orders';
import { type FaithfulNote, type Planted, type Planter, sample } from './planted';
import { experiencerPlanter, sexPlanter } from './persons';
import { sidePlanter } from './sides';
import { temporalityPlanter } from './temporality';
import { agePlanter, timePlanter } from './times';
import { unitPlanter, valuePlanter } from './values';
import { seededRandom } from '../measure/statistics';
import type { NotePair } from '../data/note-pair';

/** Every planter, in the order in which the kinds are shown. */
export const planters: readonly Planter[] = [
  valuePlanter,
  unitPlanter,
  dosePlanter,
  frequencyPlanter,
  routePlanter,
  classSwapPlanter,
  lookAlikeSwapPlanter,
  sidePlanter,
  negationPlanter,
  certaintyPlanter,
  temporalityPlanter,
  timePlanter,
  agePlanter,
  sexPlanter,
  experiencerPlanter,
  allergyPlanter,
  inventionPlanter,
  omissionPlanter,
];

/** The names of all kinds. */
export const kindNames: readonly string[] = planters.flatMap((planter) => planter.kinds);

/** At most this many errors of a kind in a note; those of the value kinds are all planted, so that figures stay comparable. */
export const plantsPerKind = 8;

/** A number from a text, so that a note's errors do not depend on the notes before it (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/**
 * The errors that are planted into a note, one at a time.
 * @param kinds names of the kinds wanted
 */
export function plant(pair: NotePair, kinds: ReadonlySet<string>, seed: number): Planted[] {
  const note: FaithfulNote = {
    id: pair.id,
    text: pair.note,
    source: pair.source,
    sentences: noteSentences(pair.note),
  };
  return planters
    .filter((planter) => planter.kinds.some((kind) => kinds.has(kind)))
    .flatMap((planter) => {
      const random = seededRandom(hash(`${seed} ${pair.id} ${planter.kinds.join()}`));
      const planted = planter.plant(note, random).filter(({ before, after }) => before !== after);
      return planter.kinds
        .filter((kind) => kinds.has(kind))
        .flatMap((kind) => {
          const ofKind = planted.filter((error) => error.kind === kind);
          return kind.startsWith('value') ? ofKind : sample(ofKind, plantsPerKind, random);
        });
    });
}
