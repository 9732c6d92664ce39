import type { SourceIndex } from '../../../evidence/source/source-index';
import type { Span } from '../../../text/span';
import type { CheckInput } from '../../check';

/** A number of a source, and where it stands. */
interface Place {
  source: SourceIndex;
  segment: number;
  fact: Span;
}

/** So many letters before a time hold what makes it the first part of a longer one. */
const leadReach = 20;
const opening = /\b(?:first|initial|opening)\s+(?:\w+\s+){0,2}$/i;

/** What a time depends on: "if it's no better in ten days". */
const wait =
  /\b(?:if|unless|in case|should (?:it|this|that|he|she|they|you))\b[^;.]*\b(?:in|within|after)\s+(?:\w+\s+(?:to|or)\s+)?$/i;
const condition =
  /\b(?:if|unless|in case|should (?:it|this|that|he|she|they|you)|return|review|recheck|follow)\b/i;

/** "I'll see you in four months", "the clinic will call you within a fortnight": when the next visit is, and nothing that is told of an illness. */
const meeting =
  /\b(?:(?:see|call|ring|phone|contact|write to) (?:you|him|her|them|ya)(?: both| all)?(?: back| again)?(?: here)?|(?:be|get) (?:seen|called|contacted|offered \w+(?: \w+)?)|(?:you['’]ll|you will|should|to|will) (?:have|get|hear)(?: \w+){0,3}) (?:in|within)\s+(?:about\s+|the next\s+)?$/i;
const visit =
  /\b(?:see|seen|sees|review\w*|recheck\w*|follow\w*|return\w*|rtc|f\/u|fu|back|visit|appointment|appt|clinic|refer\w*|ref|wait\w*|urgent\w*|call\w*)\b/i;

/** "Send me a message in two weeks": when to write or ring, and how long ago nothing was. */
const contact =
  /\b(?:messages?|call|ring|phone|text|e-?mail|write|portal|touch base|let me know|update me)\b[^.?!;]*\bin\s+(?:about\s+)?$/i;
const contacting = /\b(?:messag\w*|call\w*|phone|e-?mail|portal|contact\w*)\b/i;

/** "Worse over the past year", of what has been there for sixteen: how long something changes, and how long it is. */
const changing =
  /\b(?:wors\w+|increas\w+|progress\w+|improv\w+|decreas\w+|escalat\w+|chang\w+|better|more frequent)\b[^.?!;,]*$/i;
const changes =
  /\b(?:wors\w+|increas\w+|progress\w+|improv\w+|decreas\w+|escalat\w+|chang\w+|better|more|since|out of control|ago)\b/i;

/** "Two hundred twice a day … for seven days, no, five": how long a medicine is taken, and no illness has been. */
const ofCourse = /\b(?:once|twice|(?:two|three|four) times) (?:a|per) day\b[^.?!;]*\bfor\b[^.?!;]*$/i;
const ofMedicine =
  /\b(?:\d+ ?(?:mg|mcg|ml|g)|daily|[bt]id|[bt]ds|qid|qds|q\d+h|course|tablets?|capsules?|pills?|doses?|antibiotic\w*|antiviral\w*|steroids?|treat\w*|therapy|take|taking|given|twice|times|\w+(?:cillin|mycin|cycline|floxacin|azole|sone|solone|vir))\b/i;

/** "My sister's baby walked at ten months": told of somebody else's child. */
const ofOtherChild =
  /\b(?:sister|brother|cousin|friend|neighbou?r|colleague|co-?worker)(?:['’]?s)? (?:\w+ )?(?:baby|babies|kids?|child|children|boys?|girls?|son|daughter|twins|little one)\b[^.?!;]*$/i;

/** "After the birth I'd see you at one week": counted from what is still to come, and not from today. */
const fromEvent =
  /\b(?:after|following|from)\s+(?:the |your |his |her |that |this )?(?:birth|delivery|baby|surgery|operation|procedure|discharge|stitches|cast|treatment|course|scan|biopsy|injection|transplant|transfusion|chemo\w*)\b/i;
const fromEventInNote = /\b(?:after|following|post\w*|p\/p|from)\b/i;

/** "Recheck labs in two weeks": when a test is, and no visit. */
const test =
  '(?:labs?|bloods?|blood (?:work|tests?|count)|bloodwork|u&es?|bmp|cbc|fbc|inr|levels?|scans?|x-?rays?|ultrasound|mri|ct|urine|tests?|potassium|creatinine|kidneys?|tsh|a1c|ferritin)';
const testAhead = new RegExp(
  String.raw`\b${test}\s+(?:again\s+|done\s+)?(?:in|within)\s+(?:about\s+)?$`,
  'i',
);
const anyTest = new RegExp(String.raw`\b${test}\b`, 'i');

/** True for a time that is the first part of a longer one ("the first two days"). */
function isOpening(text: string, { start }: Span): boolean {
  return opening.test(text.slice(Math.max(0, start - leadReach), start));
}

/**
 * True where two times answer different questions by the words before them: the first days of something and all of it
 * ("seven days, the first two of them heavy"), or how long to wait under a condition and how long something has been.
 * @param note a time of the statement, `ahead` where it is one to come
 */
export function isOfOtherQuestion(
  note: Span & { ahead: boolean },
  { fact, segment, source }: Place,
  { statement: { text } }: CheckInput,
): boolean {
  if (isOpening(text, note) !== isOpening(source.text, fact)) return true;
  const before = source.text.slice(source.sentenceAt(segment, fact.start).start, fact.start);
  if (ofCourse.test(before) && !ofMedicine.test(text)) return true;
  if (contact.test(before) && !note.ahead && !contacting.test(text)) return true;
  if (changing.test(text.slice(0, note.start)) && !changes.test(nearIn(source, segment, fact))) return true;
  if (ofOtherChild.test(before) && !ofOtherChild.test(text)) return true;
  if (fromEvent.test(before) && !fromEventInNote.test(text)) return true;
  if (testAhead.test(before) && visit.test(text) && !anyTest.test(text)) return true;
  if (meeting.test(before) && !note.ahead && !visit.test(text)) return true;
  return wait.test(before) && !note.ahead && !condition.test(text);
}

/** So many letters before a time, and half as many behind it, are about it. */
const nearReach = 60;

function nearIn(source: SourceIndex, segment: number, { start, end }: Span): string {
  const sentence = source.sentenceAt(segment, start);
  return source.text.slice(
    Math.max(sentence.start, start - nearReach),
    Math.min(sentence.end, end + nearReach / 2),
  );
}

/** Tokens. A turn that puts a number right says hardly more than the number. */
const longestCorrection = 6;
/** So many turns behind a number may put it right. */
const correctionReach = 2;

/** "An hour's drive." – "It was two.": somebody else says the note's number alone, right behind the source's. */
export function isPutRightNext(
  { low, high }: { low: number; high: number },
  { segment, source }: Place,
): boolean {
  const speaker = source.segments[segment]?.turn?.speaker;
  if (speaker === undefined) return false;
  return source.segments
    .slice(segment + 1, segment + 1 + correctionReach)
    .some(
      ({ sentences, turn }) =>
        turn?.speaker !== speaker &&
        sentences.some(
          ({ tokens, quantities }) =>
            tokens.length <= longestCorrection &&
            quantities.some(
              ({ unit, value, high: most = value }) =>
                unit.dimension === 'none' && value === low && most === high,
            ),
        ),
    );
}

/** "Nine days, and the first four …" for "the first 4 days": the unit was named before. */
export function isOpeningSaidBare(
  note: Span & { low: number },
  { statement: { text }, sources }: CheckInput,
): boolean {
  if (!isOpening(text, note)) return false;
  return sources.some(({ source }) =>
    source.segments.some(({ sentences }) =>
      sentences.some(({ quantities }) =>
        quantities.some(
          (fact) => fact.unit.dimension === 'none' && fact.value === note.low && isOpening(source.text, fact),
        ),
      ),
    ),
  );
}
