import { readUnit, type Dimension } from '../facts/quantities/units';
import type { Token } from '../text/tokens';
import type { TermKind } from './knowledge';

/** An abbreviation that names something in capitals alone. */
export interface CapitalForm {
  form: string;
  kind: TermKind;
  name: string;
  /** Phrases of which one stands right before or behind it, where it means other things as well. */
  before?: readonly string[];
  behind?: readonly string[];
  /** Words behind which it is none. */
  never?: readonly string[];
}

/** A form with the phrases around it, as tokens. */
interface KnownForm {
  form: CapitalForm;
  before: readonly string[][];
  behind: readonly string[][];
  never: ReadonlySet<string>;
}

function known(form: CapitalForm): KnownForm {
  const split = (phrases: readonly string[] = []): string[][] => phrases.map((phrase) => phrase.split(' '));
  return {
    form,
    before: split(form.before),
    behind: split(form.behind),
    never: new Set(form.never ?? []),
  };
}

/** So many tokens behind a letter its value begins at the latest ("K is then above 6.0"). */
const nearValue = 5;

/** Finds abbreviations that count only as they are written: "AF", and not "af". */
export class CapitalForms {
  private readonly byWord: ReadonlyMap<string, KnownForm>;

  /** @param forms where two have the same letters, the later one counts */
  constructor(forms: readonly CapitalForm[]) {
    this.byWord = new Map(forms.map((one) => [one.form.toLowerCase(), known(one)]));
  }

  /**
   * The form that token `at` is. A letter names a measurement only beside a value of it ("K above 5.5 mmol/L"; not "vitamin K 10 mg").
   * @param dimensionsOf the dimensions that a measurement has
   */
  at(
    list: readonly Token[],
    at: number,
    dimensionsOf: (name: string) => ReadonlySet<Dimension>,
  ): CapitalForm | undefined {
    const token = list[at];
    const found = token?.capitals && this.byWord.get(token.text);
    if (!found || !isBeside(list, at, found)) return undefined;
    const { form } = found;
    return form.kind !== 'measurement' || isMeasured(list, at, dimensionsOf(form.name)) ? form : undefined;
  }
}

/** "Acute PE", "PE on CT", and no "PE: lungs clear". */
function isBeside(list: readonly Token[], at: number, { before, behind, never }: KnownForm): boolean {
  if (before.length + behind.length === 0) return true;
  const stands = (words: readonly string[], from: number): boolean =>
    words.every((word, offset) => list[from + offset]?.text === word);
  if (never.has(list[at + 1]?.text ?? '')) return false;
  return (
    before.some((words) => stands(words, at - words.length)) || behind.some((words) => stands(words, at + 1))
  );
}

function isMeasured(list: readonly Token[], at: number, dimensions: ReadonlySet<Dimension>): boolean {
  for (let next = at + 1; next <= at + nearValue; next++) {
    const token = list[next];
    if (!token || (token.kind === 'mark' && !/^[<>≤≥=:~]$/.test(token.text))) return false;
    if (token.kind !== 'number') continue;
    const unit = readUnit(list, next + 1)?.unit;
    return unit !== undefined && dimensions.has(unit.dimension);
  }
  return false;
}
