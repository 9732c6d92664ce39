import { readUnit, type Dimension } from '../facts/units';
import type { Token } from '../text/tokens';
import type { TermKind } from './knowledge';

/** An abbreviation that names something in capitals alone. */
export interface CapitalForm {
  form: string;
  kind: TermKind;
  name: string;
}

/** So many tokens behind a letter its value begins at the latest ("K is then above 6.0"). */
const nearValue = 5;

/** Finds abbreviations that count only as they are written: "AF", and not "af". */
export class CapitalForms {
  private readonly byWord: ReadonlyMap<string, CapitalForm>;

  constructor(forms: readonly CapitalForm[]) {
    this.byWord = new Map(forms.map((one) => [one.form.toLowerCase(), one]));
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
    const known = token?.capitals && this.byWord.get(token.text);
    if (!known) return undefined;
    return known.kind !== 'measurement' || isMeasured(list, at, dimensionsOf(known.name)) ? known : undefined;
  }
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
