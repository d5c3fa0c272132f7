import type { FailuresOf } from './failure';

/** What is refused of imports, offers, companies and other records, in English. */
export const recordFailuresEn = {
  'import-not-undoable': {
    what: 'This import cannot be undone.',
    todo: 'Only an import that was saved, and is not undone already, can be.',
  },
  'import-not-redoable': {
    what: 'This import cannot be redone.',
    todo: 'It is in place, or its rows were erased a month after it was undone: import the file again.',
  },
  'import-undone': {
    what: 'The import that brought this offer was undone: it cannot come back without it.',
    todo: 'Redo the import, or import the file again.',
  },
  'match-key-unsuitable': {
    what: 'These rows cannot be known again by this key: it belongs to other records. Nothing was stored.',
    todo: 'Choose another key, or leave it to the application.',
  },
  'export-format-unsuitable': {
    what: 'Rejected rows are not written as JSON: such a file could not be imported again. Nothing was written.',
    todo: 'Choose a CSV file or a workbook.',
  },
  'import-not-rereadable': {
    what: 'The lines of this import cannot be read again: they were not kept, or the import was undone.',
    todo: 'Redo the import, or import the file again.',
  },
  'offer-changed': {
    what: 'This offer was changed in another window meanwhile.',
    todo: 'Your text is still here: save it as a copy, or load the other version.',
  },
  'action-impossible': {
    what: 'This is not possible in the present state of the offer.',
    todo: 'Reload the page to see where it stands.',
  },
  'offer-withdrawn': {
    what: 'The offer is no longer published: it is a draft again, and nothing was marked as sent.',
    todo: 'Publish it again, then mark the transmission as sent.',
  },
  'manager-missing': {
    what: 'A formation has no manager to write to.',
    todo: 'Give its manager and an address, then try again.',
  },
  'manager-known': {
    what: 'Another manager has this address already, or this name without an address.',
    todo: 'Choose them in the list, or check the address.',
  },
  'email-invalid': {
    what: 'This is no e-mail address.',
    todo: 'Write it as name@domain.org.',
  },
  'offer-sent': {
    what: 'This offer was transmitted: deleting it would erase from the register what was sent and answered.',
    todo: 'Archive it instead: it leaves the open offers and the register stays complete.',
  },
  'view-name-taken': {
    what: 'Another view has this name already.',
    todo: 'Give it another name, or open the one that has it to bring it up to date.',
  },
  'consent-missing': {
    what: 'Without the student’s consent nothing is kept.',
    todo: 'Tick the consent if it was just given; otherwise, the search without a profile keeps nothing.',
  },
  'kept-too-long': {
    what: 'A profile is kept for a year at most.',
    todo: 'Choose a nearer day: the student can renew the consent.',
  },
  'kept-until-past': {
    what: 'The profile was not saved: the day until which it would be kept is over.',
    todo: 'Choose today or a day to come.',
  },
  'availability-reversed': {
    what: 'The profile was not saved: its availability ends before it begins.',
    todo: 'Correct one of the two dates, or empty it.',
  },
  'kiosk-on': {
    what: 'This computer is open to students: that cannot be done here.',
    todo: 'Ask the office, which can take it back with its code.',
  },
  'kiosk-code-wrong': { what: 'This is not the code.', todo: 'Check the capitals and try again.' },
  'kiosk-code-later': { what: 'Too many wrong codes were given.', todo: 'Wait a minute, then try again.' },
  'title-missing': { what: 'The offer has no title.', todo: 'Give it a title, then publish it.' },
  'start-reversed': {
    what: 'The latest start lies before the earliest one.',
    todo: 'Exchange the two days, or correct one of them.',
  },
  'rome-code-wrong': {
    what: 'This is no ROME code.',
    todo: 'Write a letter from A to N and four digits, such as M1805, or leave the field empty.',
  },
  'siret-wrong': {
    what: 'This is no SIRET: its key is wrong.',
    todo: 'Check its 14 digits, or leave the field empty.',
  },
  'closing-reason-missing': {
    what: 'Why the offer is closed is not said.',
    todo: 'Choose one of the reasons, then close it.',
  },
  'refusal-reason-missing': {
    what: 'Why the offer is not passed on is not said.',
    todo: 'Choose one of the reasons, then confirm.',
  },
  'subject-missing': { what: 'The message has no subject.', todo: 'Give it a subject, then prepare it.' },
  'name-missing': { what: 'The manager has no name.', todo: 'Give a name, then save.' },
  'company-changed': {
    what: 'This company was changed in another window in the meantime.',
    todo: 'What you wrote is still there: compare it with the other version, then save again.',
  },
  'company-name-missing': { what: 'The company has no name.', todo: 'Give it a name, then save it.' },
  'company-used': {
    what: 'This company is already in use, or was changed since.',
    todo: 'It stays in the list; you can edit it or merge it with another.',
  },
  'siret-taken': {
    what: 'Another company already has this SIRET.',
    todo: 'Open that one, or check the number.',
  },
  'logo-unusable': {
    what: 'This image cannot be a logo.',
    todo: 'Choose a PNG or JPEG image; it is made smaller where needed. Nothing was changed.',
  },
  'website-refused': {
    what: 'This website is no web address.',
    todo: 'Give an address that begins with http:// or https://, or leave the field empty.',
  },
  'contact-empty': {
    what: 'A contact has neither name, e-mail nor phone.',
    todo: 'Complete it, or remove it.',
  },
  'merge-below': {
    what: 'The company that was kept has been merged itself since.',
    todo: 'Take that later merge back first.',
  },
} as const satisfies FailuresOf;
