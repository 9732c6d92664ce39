import type { Translate } from '../translate';

/** How many sentences of an answer went without a judge, and why. */
export interface NotJudged {
  sentences: number;
  /** `limit`: so many were judged before. Else what the model failed with, in a sentence. */
  reason: 'limit' | { failed: string };
}

/** What there was no room for in what the model reads at once. */
export interface LeftOut {
  /** Share of the note, or of the selected text, that was read (0…1); absent: all of it. */
  note?: number;
  selection?: number;
  /** How many sources of the note were read in part alone, or not at all. */
  sources?: number;
  /** How many passages of the library were found and not read. */
  passages?: number;
}

/** What an answer lacks that its reader would expect of it. */
export interface AnswerLacks {
  /** The model did not come to its end: it had no more tokens, or was stopped by a filter. The rest is missing. */
  unfinished?: 'length' | 'filtered';
  /** Sentences that words and facts leave open and no judge was asked about, and why. */
  notJudged?: NotJudged;
  /** Quotes alone, since the model that was to write the answer could not be had: why, and what to do. */
  withoutModel?: { message: string; advice: string };
  /** What of note, sources and library the model did not read, for want of room. */
  leftOut?: LeftOut;
}

/** Says in a sentence or two each what an answer lacks, the heaviest first; none for one that lacks nothing. */
export function lackTexts(
  { unfinished, notJudged, withoutModel, leftOut }: AnswerLacks,
  t: Translate,
): string[] {
  return [
    ...(withoutModel
      ? [`${t('Quoted without the model:')} ${withoutModel.message} ${withoutModel.advice}`]
      : []),
    ...(unfinished === 'length'
      ? [t('Not complete: the model was cut off at its limit of tokens, and the end is missing.')]
      : []),
    ...(unfinished === 'filtered'
      ? [t('Not complete: a filter of the model’s provider stopped it, and the end is missing.')]
      : []),
    ...(leftOut ? [leftOutText(leftOut, t)] : []),
    ...(notJudged ? [notJudgedText(notJudged, t)] : []),
  ];
}

function leftOutText({ note, selection, sources = 0, passages = 0 }: LeftOut, t: Translate): string {
  const parts = [
    note !== undefined && t('about {0} % of the note was read', percent(note)),
    selection !== undefined && t('about {0} % of the selected text was read', percent(selection)),
    sources === 1 && t('1 source was not read, or in part alone'),
    sources > 1 && t('{0} sources were not read, or in part alone', sources),
    passages === 1 && t('1 passage that was found was not read'),
    passages > 1 && t('{0} passages that were found were not read', passages),
  ];
  return t('There was no room for all of it: {0}.', parts.filter((part) => part !== false).join('; '));
}

/** A share below 1 in hundredths; never a full hundred. */
function percent(share: number): number {
  return Math.floor(share * 100);
}

function notJudgedText({ sentences, reason }: NotJudged, t: Translate): string {
  const count =
    sentences === 1
      ? t('1 sentence was held against words and facts alone, and not judged:')
      : t('{0} sentences were held against words and facts alone, and not judged:', sentences);
  const why = reason === 'limit' ? t('of one answer the model judges so many and no more.') : reason.failed;
  return `${count} ${why}`;
}
