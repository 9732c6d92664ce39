import { parseArgs } from 'node:util';
import { type NoteSet, noteSetsNamed } from '../data/note-sets';
import { UsageError } from '../measure/usage-error';
import { kindNames } from './plant';

/** What the perturbation bench was asked for. */
export interface Options {
  sets: NoteSet[];
  kinds: ReadonlySet<string>;
  /** At most this many notes of each set. */
  notes: number;
  seed: number;
  /** Misses shown per kind; 0: none, and no false alert either. */
  examples: number;
  /** File for the figures. */
  json?: string;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} needs a whole number, not “${text}”.`);
  return Number(text);
}

/**
 * The kinds that a list names: in full, or by their beginning ("value", "drug swap"); all where there is none.
 * @throws UsageError for one that there is not
 */
export function kindsNamed(names: string | undefined): ReadonlySet<string> {
  if (names === undefined) return new Set(kindNames);
  return new Set(
    names.split(',').flatMap((name) => {
      const found = kindNames.filter((kind) => kind.startsWith(name.trim()));
      if (found.length === 0) {
        throw new UsageError(`No kind is called ${name}. There are: ${kindNames.join(', ')}.`);
      }
      return found;
    }),
  );
}

/**
 * Reads the arguments of the bench.
 * @throws UsageError for an unknown set or kind, and for examples of a set that is held out
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'aci-train' },
      kinds: { type: 'string' },
      notes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      examples: { type: 'string', default: '0' },
      json: { type: 'string' },
    },
  });
  const sets = noteSetsNamed(values.set);
  const examples = wholeNumber('examples', values.examples);
  const heldOut = sets.filter((set) => set.heldOut).map((set) => set.name);
  if (examples > 0 && heldOut.length > 0) {
    throw new UsageError(
      `No examples of ${heldOut.join(', ')}: who has read a set that is held out can no longer measure with it.`,
    );
  }
  return {
    sets,
    kinds: kindsNamed(values.kinds),
    notes: values.notes === undefined ? Infinity : wholeNumber('notes', values.notes),
    seed: wholeNumber('seed', values.seed),
    examples,
    ...(values.json !== undefined && { json: values.json }),
  };
}
