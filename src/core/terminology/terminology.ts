import { builtInCues, type CueTable } from '../facts/context/cue-table';
import type { Concept } from '../facts/fact';
import type { Dimension } from '../facts/quantities/units';
import type { Token } from '../text/tokens';
import { CapitalForms, type CapitalForm } from './capital-forms';
import type { Dictionary, FindingEntry } from './dictionary';
import {
  termKinds,
  type Allergen,
  type ClinicalConcept,
  type Measurement,
  type Medication,
  type TermKind,
} from './knowledge';
import { mergedAllergen, mergedMeasurement, mergedMedication } from './merge-entries';
import { MisspellingFinder, type SpellingCandidate } from './misspellings';
import { addForms } from './term-forms';
import { TermIndex, type TermMeaning, type TermMention } from './term-index';

// International nonproprietary names carry their class in a stem (WHO, "The use of stems in the selection of INN", 2018),
// so a medicine that the dictionary lacks is still seen as one.
const medicineStem =
  /^\p{L}{3,}(?:pril|sartan|olol|statin|cillin|mycin|conazole|prazole|gliptin|gliflozin|semide|thiazide|floxacin|cycline|zumab|ximab|tinib|ciclovir|triptan|setron|dipine|glutide|xaban)$/u;

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

const noDimensions: ReadonlySet<Dimension> = new Set();
const noNames: ReadonlySet<string> = new Set();

/**
 * What the checker knows of clinical words: which words name what, and what is known about it. Immutable; made once
 * from dictionaries and then passed along.
 */
export class Terminology {
  private readonly index = new TermIndex();
  private readonly medications = new Map<string, Medication>();
  private readonly measurements = new Map<string, Measurement>();
  private readonly concepts = new Map<string, ClinicalConcept>();
  private readonly allergenByName = new Map<string, Allergen>();
  private readonly confusable = new Map<string, ReadonlySet<string>>();
  private readonly tallManByName = new Map<string, string>();
  private misspellings: MisspellingFinder | undefined;
  private capitals = new CapitalForms([]);
  /** The words that tell how a finding is meant. */
  readonly cues: CueTable;

  /**
   * @param dictionaries later ones add to earlier ones; where two give the same words of the same kind different names,
   * the later one is right
   */
  constructor(readonly dictionaries: readonly Dictionary[]) {
    for (const dictionary of [...dictionaries].reverse()) {
      addForms(this.index, dictionary);
      for (const form of dictionary.ignore ?? []) this.index.ignore(form.toLowerCase(), termKinds);
      for (const form of dictionary.notFindings ?? []) this.index.ignore(form.toLowerCase(), ['finding']);
    }
    for (const dictionary of dictionaries) this.addKnowledge(dictionary);
    this.cues = dictionaries.reduce((table, { cues = [] }) => table.extended(cues), builtInCues);
  }

  /** This terminology with more dictionaries, e.g. a user's own. */
  extended(more: readonly Dictionary[]): Terminology {
    if (more.length === 0) return this;
    const wider = new Terminology([...this.dictionaries, ...more]);
    wider.capitals = this.capitals;
    return wider;
  }

  /** This terminology, reading abbreviations that name something in capitals alone where no dictionary knows the word. */
  readingCapitals(forms: readonly CapitalForm[]): Terminology {
    const reading = Object.assign(Object.create(Terminology.prototype) as Terminology, this);
    reading.capitals = new CapitalForms(forms);
    return reading;
  }

  /** Finds the terms of the given kinds, longest first, without overlap. */
  findTerms(list: readonly Token[], kinds: ReadonlySet<Concept['kind']>): TermMention[] {
    const mentions: TermMention[] = [];
    for (let at = 0; at < list.length;) {
      const found = this.index.longest(list, at, kinds) ?? this.capitalAt(list, at, kinds);
      const word = list[at]?.text ?? '';
      const stem = !found && kinds.has('medication') && medicineStem.test(word);
      if (!found && !stem) {
        at++;
        continue;
      }
      const to = found?.to ?? at + 1;
      const slip = found ? undefined : this.slipOf(word);
      const meaning: TermMeaning | undefined = found
        ? found.meaning
        : { kind: 'medication', name: slip?.name ?? word };
      if (meaning) {
        mentions.push({
          concept: {
            kind: meaning.kind,
            name: meaning.name,
            ...(meaning.subtype !== undefined && { subtype: meaning.subtype }),
            start: list[at]?.start ?? 0,
            end: list[to - 1]?.end ?? 0,
          },
          from: at,
          to,
          ...(meaning.absent && { absent: true }),
          ...(slip && { misspelling: { written: word, candidates: [slip.form] } }),
        });
      }
      at = to;
    }
    return mentions;
  }

  private capitalAt(
    list: readonly Token[],
    at: number,
    kinds: ReadonlySet<Concept['kind']>,
  ): { meaning: TermMeaning; to: number } | undefined {
    const form = this.capitals.at(list, at, (name) => this.measurementDimensions(name));
    return form && kinds.has(form.kind) ? { meaning: form, to: at + 1 } : undefined;
  }

  /**
   * The one medicine of which a word with the stem of a class is a slip: one letter is wrong or two have changed places
   * ("atrovastatin"), or one stands in another place ("metropolol"). Any other word with a stem is a medicine of its own.
   */
  private slipOf(word: string): SpellingCandidate | undefined {
    const [nearest, ...others] = this.nearestMedication(word);
    if (!nearest || others.length > 0) return undefined;
    return nearest.distance === 1 || sameLetters(word, nearest.form) ? nearest : undefined;
  }

  /** The canonical name that a form stands for, e.g. `furosemide` for "Lasix"; undefined when it is no term of that kind. */
  canonical(form: string, kind: TermKind): string | undefined {
    return this.index.meaning(form.toLowerCase(), kind)?.name;
  }

  /** True when a form is a term of any kind. */
  isTerm(form: string): boolean {
    return this.index.meanings(form.toLowerCase()).length > 0;
  }

  /** The dimensions that a measurement of this concept can have. */
  measurementDimensions(concept: string): ReadonlySet<Dimension> {
    return this.measurements.get(concept)?.dimensions ?? noDimensions;
  }

  /** What is known about a medicine, by canonical name. */
  medication(name: string): Medication | undefined {
    return this.medications.get(name);
  }

  /** What is known about a measurement, by canonical name. */
  measurement(name: string): Measurement | undefined {
    return this.measurements.get(name);
  }

  /** What is known about a symptom, sign, problem or procedure, by canonical name. */
  clinicalConcept(name: string): ClinicalConcept | undefined {
    return this.concepts.get(name);
  }

  /** What is known about an allergen that is no medicine itself, by canonical name. */
  allergen(name: string): Allergen | undefined {
    return this.allergenByName.get(name);
  }

  /** The classes of a medicine, an allergen or a class itself ("penicillins"), by canonical name. */
  classesOf(name: string): readonly string[] {
    return (
      this.medications.get(name)?.classes ??
      this.allergenByName.get(name)?.classes ??
      (this.index.meaning(name, 'medication-class')?.name === name ? [name] : [])
    );
  }

  /** The medicines of a class or of its kinds ("beta-lactam" holds "beta-lactam: penicillin"), by canonical name. */
  medicationsOfClass(className: string): string[] {
    return [...this.medications.values()]
      .filter(({ classes }) => classes.some((other) => isOfClass(other, className)))
      .map(({ name }) => name);
  }

  /** The names that a medicine's name is taken for, in lower case. */
  lookAlikesOf(name: string): ReadonlySet<string> {
    return this.confusable.get(name.toLowerCase()) ?? noNames;
  }

  /** A medicine's name in tall-man letters ("predniSONE"), where its look-alikes have any. */
  tallMan(name: string): string | undefined {
    return this.tallManByName.get(name.toLowerCase());
  }

  /**
   * The medicines that a word may be a misspelling of; several when they are equally near, which only a person can
   * decide. None for a word of fewer than six letters, one that is spelt right and an ordinary word.
   */
  nearestMedication(word: string): readonly SpellingCandidate[] {
    this.misspellings ??= new MisspellingFinder(this.medicationForms(), new Set(this.index.words()));
    return this.misspellings.nearest(word);
  }

  private addKnowledge(dictionary: Dictionary): void {
    for (const entry of dictionary.medications ?? []) {
      if (entry.kindOf === undefined)
        this.medications.set(entry.name, mergedMedication(this.medications.get(entry.name), entry));
    }
    for (const entry of dictionary.measurements ?? []) {
      if (entry.kindOf === undefined)
        this.measurements.set(entry.name, mergedMeasurement(this.measurements.get(entry.name), entry));
    }
    for (const entry of dictionary.findings ?? []) this.addConcept(entry, 'symptom');
    for (const entry of dictionary.procedures ?? []) this.addConcept(entry, 'procedure');
    for (const entry of dictionary.allergens ?? []) {
      this.allergenByName.set(entry.name, mergedAllergen(this.allergenByName.get(entry.name), entry));
    }
    for (const group of dictionary.lookAlikes ?? []) this.addLookAlikes(group);
  }

  private addConcept(entry: FindingEntry, otherwise: ClinicalConcept['category']): void {
    const category = entry.category ?? this.concepts.get(entry.name)?.category ?? otherwise;
    this.concepts.set(entry.name, { name: entry.name, category });
  }

  private addLookAlikes(group: readonly string[]): void {
    const names = group.map((name) => name.toLowerCase());
    for (const name of names) {
      const known = this.confusable.get(name) ?? [];
      this.confusable.set(name, new Set([...known, ...names.filter((other) => other !== name)]));
    }
    for (const name of group) {
      if (/[a-z]/.test(name) && /[A-Z]{2}/.test(name)) this.tallManByName.set(name.toLowerCase(), name);
    }
  }

  private *medicationForms(): Iterable<readonly [form: string, name: string]> {
    for (const { medications = [], spelling } of this.dictionaries) {
      if (spelling === false) continue;
      for (const { name, names = [], kindOf } of medications) {
        for (const form of [name, ...names]) yield [form.toLowerCase(), kindOf ?? name];
      }
    }
  }
}

/** True for a class itself and for its kinds: "beta-lactam: penicillin" is of the class "beta-lactam". */
export function isOfClass(className: string, of: string): boolean {
  return className === of || className.startsWith(`${of}:`);
}
