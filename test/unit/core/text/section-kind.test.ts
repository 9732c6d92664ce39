import { describe, expect, it } from 'vitest';
import { sectionKind, statementKind } from '../../../../src/core/text/section-kind';

describe('sectionKind', () => {
  it.each([
    ['HISTORY OF PRESENT ILLNESS', 'history-of-present-illness'],
    ['HPI', 'history-of-present-illness'],
    ['History of presenting complaint', 'history-of-present-illness'],
    ['ROS', 'review-of-systems'],
    ['Systems enquiry', 'review-of-systems'],
    ['Past Medical History', 'past-history'],
    ['PMH:', 'past-history'],
    ['Surgical history', 'past-history'],
    ['Family Hx', 'family-history'],
    ['Relevant family history', 'family-history'],
    ['Social history', 'social-history'],
    ['Drug history', 'medications'],
    ['Current medications', 'medications'],
    ['Drug allergies', 'allergies'],
    ['On examination', 'examination'],
    ['Physical exam today', 'examination'],
    ['Investigations', 'results'],
    ['2. Plan', 'plan'],
    ['**Assessment & Plan**', 'assessment-and-plan'],
    ['A/P', 'assessment-and-plan'],
    ['Safety-netting advice', 'instructions'],
    ['Return precautions', 'instructions'],
    ['Findings', 'findings'],
    ['Impression', 'impression'],
    ['S', 'history-of-present-illness'],
    ['Prior treatment', 'history-of-present-illness'],
    ['Follow-up', 'plan'],
  ])('reads "%s" as %s', (title, kind) => {
    expect(sectionKind(title)).toBe(kind);
  });

  it.each([
    '',
    'Copyright',
    'A day in the life',
    '🫀',
    'x '.repeat(5000),
    'Family doctor',
    'Psychiatry follow-up',
    'DISCHARGE SUMMARY',
  ])('knows no kind for "%s"', (title) => {
    expect(sectionKind(title)).toBe('other');
  });
});

describe('statementKind', () => {
  it.each([
    ['Red flags: no fever, no weight loss.', 'review-of-systems'],
    ['Red flags: fever, vomiting.', 'instructions'],
    ['Plan: start aspirin.', 'plan'],
  ])('reads "%s" as %s', (text, kind) => {
    expect(statementKind({ text })).toBe(kind);
  });

  it.each([
    ['the label that it begins with', { text: 'Plan: start aspirin.', label: 'Exam' }, 'plan'],
    ['the label of its line', { text: 'No oral ulcers.', label: 'Exam' }, 'examination'],
    ['its section', { text: 'No oral ulcers.' }, 'assessment'],
  ])('is told by %s', (_, statement, kind) => {
    expect(statementKind(statement, { title: 'Assessment' })).toBe(kind);
  });
});
