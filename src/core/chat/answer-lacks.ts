import type { Translate } from '../translate';

/** How many sentences of an answer went without a judge, and why. */
export interface NotJudged {
  sentences: number;
  /** `limit`: so many were judged before. Else what the model failed with, in a sentence. */
  reason: 'limit' | { failed: string };
}

/** What an answer lacks that its reader would expect of it. */
export interface AnswerLacks {
  /** The model did not come to its end: it had no more tokens, or was stopped by a filter. The rest is missing. */
  unfinished?: 'length' | 'filtered';
  /** Sentences that words and facts leave open and no judge was asked about, and why. */
  notJudged?: NotJudged;
  /** Quotes alone, since the model that was to write the answer could not be had: why, and what to do. */
  withoutModel?: { message: string; advice: string };
}

/** Says in a sentence or two each what an answer lacks, the heaviest first; none for one that lacks nothing. */
export function lackTexts({ unfinished, notJudged, withoutModel }: AnswerLacks, t: Translate): string[] {
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
    ...(notJudged ? [notJudgedText(notJudged, t)] : []),
  ];
}

function notJudgedText({ sentences, reason }: NotJudged, t: Translate): string {
  const count =
    sentences === 1
      ? t('1 sentence was held against words and facts alone, and not judged:')
      : t('{0} sentences were held against words and facts alone, and not judged:', sentences);
  const why = reason === 'limit' ? t('of one answer the model judges so many and no more.') : reason.failed;
  return `${count} ${why}`;
}
