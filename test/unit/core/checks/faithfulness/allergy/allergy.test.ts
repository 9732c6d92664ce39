import { describe, expect, it } from 'vitest';
import { faithfulnessAllergy } from '../../../../../../src/core/checks/faithfulness/allergy/allergy';
import { saidOfNote } from '../../note-check';

const said = (note: string, source: string): string[] => saidOfNote(faithfulnessAllergy, note, source);

const penicillin = '[doctor] Any allergies?\n[patient] Penicillin. My whole face came up.';
const asked = '[doctor] Are you allergic to anything?\n[patient] Yes.\n[doctor] To what?\n[patient] Latex.';
const none = '[doctor] Do you have any allergies to medication?\n[patient] No.';
const askedByName = '[doctor] Are you allergic to latex?\n[patient] Not that I know of.';
const confirmed = "[doctor] So you're allergic to penicillin, right?\n[patient] Yeah, hives.";
const noneByWord =
  "[doctor] Penicillin is on your list.\n[patient] I'm not allergic to penicillin, it just upsets my stomach.";
const silent = '[doctor] How is the cough?\n[patient] Better.';

describe('faithfulness/allergy', () => {
  it.each([
    ['# Allergies\n\nCodeine', penicillin, ['Codeine → Penicillin']],
    ['# Allergies\n\nNone known', penicillin, ['None known → Penicillin']],
    ['# Allergies\n\nNKDA', penicillin, ['NKDA → Penicillin']],
    ['She denies any allergies.', asked, ['She denies any allergies. → Latex']],
    ['Allergic to sulfa.', none, ['sulfa → none']],
    ['# Allergies\n\nCodeine', silent, ['Codeine: not-addressed']],
    [
      'No known drug allergies.',
      '[doctor] Allergies?\n[patient] Just to sulfa.',
      ['No known drug allergies. → sulfa'],
    ],
    ['She is allergic to latex.', askedByName, ['latex → none']],
    ['No known drug allergies.', confirmed, ['No known drug allergies. → penicillin']],
    [
      'No known drug allergies.',
      "Doctor: Allergies?\nMother: I think she's allergic to penicillin.",
      ['No known drug allergies. → penicillin'],
    ],
    // A side effect beside a sign of an allergy is one.
    [
      'No known drug allergies.',
      '[doctor] Any allergies?\n[patient] Codeine made me sick and I came out in hives.',
      ['No known drug allergies. → Codeine'],
    ],
    ['Nil known allergies.', penicillin, ['Nil known allergies. → Penicillin']],
    ['Allergies: none known.', penicillin, ['Allergies: none known. → Penicillin']],
    ['**Allergies:** None known', penicillin, ['Allergies:   None known → Penicillin']],
    ['__Allergies__: none', penicillin, ['Allergies  : none → Penicillin']],
    ['**Allergies**\n\nNKDA', penicillin, ['NKDA → Penicillin']],
    ['- **Allergies:**\n  - None', penicillin, ['None → Penicillin']],
    ['- Allergies: None', penicillin, ['Allergies: None → Penicillin']],
    ['> *Drug allergies* – none', penicillin, ['>  Drug allergies  – none → Penicillin']],
    ['| **Allergies** | None known |', penicillin, ['|   Allergies   | None known | → Penicillin']],
    ['ALLERGIES None', penicillin, ['ALLERGIES None → Penicillin']],
    ['PMH: asthma. **Allergies:** none. Meds: none', penicillin, ['Allergies:   none. → Penicillin']],
    ['Drug allergies: nil', penicillin, ['Drug allergies: nil → Penicillin']],
    ['Penicillin allergy.', noneByWord, ['Penicillin → none']],
    ['# Allergies\n\nPenicillin: anaphylaxis', noneByWord, ['Penicillin → none']],
    [
      'No known drug allergies.',
      '[doctor] allergies to meds\n[patient] sulfa i get hives\n[doctor] okay',
      ['No known drug allergies. → sulfa'],
    ],
    [
      'No allergy to plasters.',
      'Doctor: Allergic to anything?\nPatient: Elastoplast. It brings me out.\nDoctor: Okay?',
      ['plasters → Elastoplast'],
    ],
  ])('%j is not what the source says', (note, source, expected) => {
    expect(said(note, source)).toEqual(expected);
  });

  it.each([
    // What upsets the stomach is written into lists of allergies too.
    ['# Allergies\n\nPenicillin (stomach upset)', noneByWord],
    ['# Allergies and intolerances\n\nPenicillin', noneByWord],
    [
      'Penicillin allergy.',
      "Doctor: If you're not allergic to penicillin, I'd give amoxicillin.\nPatient: I am.",
    ],
    ['Penicillin allergy.', "Doctor: You're not allergic to penicillin?\nPatient: I am, yes."],
    ['Allergies: none known.', noneByWord],
    [
      'No personal penicillin allergy.',
      'Doctor: Any penicillin allergy, sir?\nPatient: My mother. Not me. I had it plenty.',
    ],
    ['# Allergies\n\nPenicillin', penicillin],
    ['# Allergies\n\nAmoxicillin', penicillin],
    ['**Allergies:** Penicillin', penicillin],
    ['| **Allergies** | penicillin |', penicillin],
    ['__Allergies__: penicillin (swelling)', penicillin],
    ['- **Allergies:**\n  - Penicillin', penicillin],
    ['**Allergies:** none', none],
    ['| Allergies | None known |', none],
    ['**Medications:** none', penicillin],
    ['**Family history:** no allergies', penicillin],
    ['**Allergies:** none', 'Allergies: none\nMedications: none'],
    ['**Allergies:** none', '**Allergies:** none known\n**Medications:** none'],
    ['# Allergies\n\nNo known drug allergies', asked],
    ['# Allergies\n\nNone known', none],
    ['# Allergies\n\nReglan', '[doctor] so you are allergic to percocet and regulin .\n[patient] yes .'],
    ['Her mother is allergic to codeine.', penicillin],
    ['# Allergies\n\nNone known', '[doctor] Any allergies?\n[patient] Just hay fever in the spring.'],
    ['No cough.', penicillin],
    // Who came along speaks of themselves.
    [
      'No known drug allergies.',
      "[doctor] Any allergies?\n[mother] None. I'm allergic to penicillin myself.",
    ],
    ['No known drug allergies.', "Doctor: How is he?\nMother: Better. I'm allergic to latex, that's all."],
    // A side effect is no allergy (NICE CG183): the note may leave it to another place.
    ['No known drug allergies.', '[doctor] Any allergies?\n[patient] Codeine makes me really sick.'],
    ['No known drug allergies.', '[doctor] Any allergies?\n[patient] Tramadol, it makes me drowsy.'],
    // A question names and tells nothing; a denial of one, or with an exception, denies no other.
    ['No known allergies.', askedByName],
    ['No allergy to latex.', penicillin],
    ['No allergies, penicillin given.', none],
    ['Itches with plasters, otherwise nil allergies.', penicillin],
    ['Penicillin makes her face swell, no known allergies.', penicillin],
    ['No allergy to latex.', askedByName],
    ['Her mother has no penicillin allergy.', penicillin],
    ['No known allergies.', '[doctor] allergies\n[patient] no\n[doctor] and penicillin is fine then'],
    ['No known drug allergies except penicillin.', penicillin],
    ['She is allergic to penicillin.', confirmed],
    // What the brother is allergic to, and what a later question was answered with.
    ['NKDA', "[doctor] Is she allergic to anything?\n[mother] Not her. My son's allergic to penicillin."],
    ['NKDA', '[doctor] Any allergies?\n[mother] No.\n[doctor] Poops?\n[mother] Hard since the milk.'],
  ])('keeps silent on %j', (note, source) => {
    expect(said(note, source)).toEqual([]);
  });
});
