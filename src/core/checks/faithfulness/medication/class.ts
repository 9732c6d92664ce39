import { citeSource } from '../../../evidence/citations/citation-of';
import { type ToldClass, toldClasses, toldStances } from '../../../evidence/source/told-stances';
import { sourceOrders } from '../../../evidence/source/source-orders';
import { classMentions, mainClass } from '../../../facts/medications/class-words';
import { notedCourse } from '../../../facts/medications/noted-course';
import type { Stance } from '../../../facts/medications/stance';
import { relativesIn } from '../../../facts/persons/persons';
import type { Span } from '../../../text/span';
import type { NoteCheckInput, NoteFindingDraft } from '../../note-check';
import { aboutAllergy, type NotedMedicine } from './noted-medicines';
import { type CoursePlace, opposedCourse, toldAs } from './opposed-course';

/** What a source says of a medicine that is given all the same. */
const goesOn: ReadonlySet<Stance | undefined> = new Set<Stance>(['given', 'taken', 'kept', 'resumed']);
/** "I'll give you a script in case it gets worse": put off, and given all the same. */
const inCase =
  /\b(?:scripts?|prescriptions?|in case|delayed|back-?up|if (?:it|you|this|that|things|he|she|they|there))\b/i;
/** So many turns behind a class may tell in which case it is given. */
const caseReach = 2;

function isInSomeCase({ source, segment }: CoursePlace): boolean {
  return source
    .around(segment, caseReach)
    .some(({ start, end }) => inCase.test(source.text.slice(start, end)));
}

/** Where the sources speak of a medicine of these classes by its name, and do not end it. */
function givenOf(classes: readonly string[], { sources, terminology }: NoteCheckInput): CoursePlace[] {
  return sources.flatMap((source) =>
    [...sourceOrders(source).keys()]
      .filter((name) => terminology.classesOf(name).some((one) => classes.includes(mainClass(one))))
      .flatMap((name) => toldStances(name, [source]))
      .map(({ segment, stance, order }): CoursePlace => {
        const isGiven = stance === undefined && (order.strength ?? order.dose ?? order.frequency);
        const action = order.action?.name;
        return { source, segment, stance: isGiven ? 'given' : stance, ...(action && { action }) };
      })
      .filter(({ stance, action }) => goesOn.has(stance) || action !== undefined),
  );
}

/** "Wean off oxygen", "steroids reduced": of several doses and medicines, a class tells too little. */
const doseOnly: ReadonlySet<string> = new Set(['increase', 'decrease', 'change']);
const ofTheMoment: ReadonlySet<string> = new Set(['medical gas', 'general anaesthetic', 'local anaesthetic']);

/** The place of a source that is against what a statement does with the classes that a span of it means. */
function opposedIn(
  text: string,
  span: Span,
  places: readonly ToldClass[],
  input: NoteCheckInput,
): (ToldClass & { stance: Stance }) | undefined {
  const ours = notedCourse(text, span);
  const [first] = places;
  if (!ours || !first || doseOnly.has(ours.course) || places.some(isInSomeCase)) return undefined;
  // Oxygen and contrast go up, down, on and off within a visit.
  if (first.classes.some((one) => ofTheMoment.has(one))) return undefined;
  // What is put off is not given in this visit, whether the note says "today" or not.
  return opposedCourse({ ...ours, now: ours.now || !ours.told }, text, places, givenOf(first.classes, input));
}

/** "No steroids by mouth, I'll inject some": a steroid injection is another way of giving it. */
const inForm = /\b(?:injection|shots?|cream|treatments?)\b/i;

function draft(
  at: number,
  span: Span,
  name: string,
  place: ToldClass & { stance: Stance },
): NoteFindingDraft {
  const { source, segment, stance } = place;
  const said = source.text.slice(place.start, place.end);
  const expected = toldAs[stance].replace(/^is\b/, said.endsWith('s') ? 'are' : 'is');
  return {
    at,
    start: span.start,
    end: span.end,
    verdict: 'contradicted',
    message: `The source says that ${said} ${expected}; the note has ${name}.`,
    expected,
    citations: [citeSource(source, segment, place)],
    fixes: [],
  };
}

/** "Start antibiotics", where the source holds off on them: the same as of a medicine, of a class that is called by a word for it. */
export function classConflicts(input: NoteCheckInput): NoteFindingDraft[] {
  const told = input.sources.flatMap(toldClasses);
  if (told.length === 0) return [];
  return input.statements.flatMap(({ statement: { text }, section, facts }, at) => {
    if (aboutAllergy.test(text) || /allerg/i.test(section?.title ?? '')) return [];
    return facts
      .filter(({ tokens }) => relativesIn(tokens).length === 0)
      .flatMap(({ tokens, medications }) => classMentions(tokens, medications))
      .flatMap((mention) => {
        const name = text.slice(mention.start, mention.end);
        const places = told.filter(
          ({ classes, source, start, end }) =>
            classes === mention.classes && inForm.test(source.text.slice(start, end)) === inForm.test(name),
        );
        const place = opposedIn(text, mention, places, input);
        return place ? [draft(at, mention, name, place)] : [];
      });
  });
}

/** Ways of giving a medicine that people mean when they speak of its class: nobody means eye drops by "antibiotics". */
const systemic: ReadonlySet<string> = new Set(['oral', 'intravenous', 'intramuscular', 'subcutaneous']);

/** "Amoxicillin prescribed", where the source has no amoxicillin, and no antibiotics are needed. */
export function conflictWithClass(
  { at, order, text, allergy }: NotedMedicine,
  input: NoteCheckInput,
): NoteFindingDraft[] {
  const { name, start, end } = order.concept;
  const written = input.statements[at]?.statement.text ?? '';
  const route = order.route?.name ?? order.form?.route;
  const { routes = [] } = input.terminology.medication(name) ?? {};
  const isSystemic = route === undefined ? routes.some((one) => systemic.has(one)) : systemic.has(route);
  if (allergy || !isSystemic) return [];
  const own = new Set(input.terminology.classesOf(name).map(mainClass));
  const places = input.sources
    .flatMap(toldClasses)
    .filter(({ exact, classes }) => exact && classes.some((one) => own.has(one)));
  const place = opposedIn(written, { start, end }, places, input);
  return place ? [draft(at, { start, end }, text, place)] : [];
}
