import type { packagesFr } from './packages-fr';

/** What is said of files that universities hand each other, in English. */
export const packagesEn: typeof packagesFr = {
  share: 'Share with another university…',
  proposeElsewhere: 'Propose to another university',
  title: 'Share with another university',
  hint: {
    offers:
      'One file, sent by whatever means you choose. The other university opens it with “Import a file” and sees each row before taking it. It holds the offers on screen, without drafts.',
    formations:
      'One file, sent by whatever means you choose. The other university opens it with “Import a file” and sees each row before taking it. It holds the formations on screen.',
    companies:
      'One file, sent by whatever means you choose. The other university opens it with “Import a file” and sees each row before taking it. It holds the companies on screen.',
  },
  withCompanies: 'Add the companies of these offers',
  personalData: 'Add personal data',
  personalDataOff:
    'Names, e-mail addresses and telephone numbers of contacts are left out. In texts, addresses, numbers, signatures and announced names are replaced by […]; a name that nothing announces may stay.',
  personalDataOn:
    'Contacts and texts leave as they are: make sure that these people know, and that the other university may receive them.',
  licence: 'Terms of use',
  licenceHint: 'They travel with the file.',
  licenceNeeded: 'To be filled in: the other university has to know what it may do with these rows.',
  licenceDefault: 'For the office of the university that receives it; not to be published.',
  noName: 'Your university has no name yet: the other one would not know whom this file is from.',
  toSettings: 'Give it a name',
  save: 'Save the file',
  receivedFrom: 'Received from {{university}}, licence: {{licence}}, package of {{day}}',
  from: 'From',
  madeAt: 'Prepared on',
  contents: 'Contents',
  hasPersonalData: 'It holds names and ways to reach people.',
  hasNoPersonalData: 'Left out by the sender.',
  personal: 'Personal data',
  noLicence: 'Not given',
  unknownUniversity: 'University without a name',
  saysTooLittle:
    'This file does not say whom it is from, or what may be done with its rows: ask whoever sent it before you take it in.',
  checked: 'The file is whole: it holds what the sender saved.',
  rows_one: '{{count, number}} row',
  rows_other: '{{count, number}} rows',
  parts: 'Tables of the file',
  table: 'Table',
  rowCount: 'Rows',
  takes: 'Take: {{kind}}',
  look: 'Look inside',
  lookAt: 'Look inside: {{kind}}',
  formationsHint: 'Two universities may give one code to two formations: look at the formations before you take them.',
  back: 'Back to the shared file',
  take_one: 'Import the chosen table',
  take_other: 'Import the {{count, number}} chosen tables',
};
