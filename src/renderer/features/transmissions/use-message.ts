import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/contract/settings';
import type { OfferId } from '../../../shared/domain/ids';
import { useAction, useCall } from '../../api/use-call';
import type { Translate } from '../../i18n/translate';

/** What a person writes around the offers of a message. */
export interface Message {
  /** The recipient's, whatever the interface speaks. */
  readonly language: Settings['messageLanguage'];
  readonly subject: string;
  readonly text: string;
  readonly withContact: boolean;
}

/** How many offers a message is about. */
export interface About {
  readonly count: number;
  /** Of the only one, or of the first. */
  readonly title: string;
}
export type Purpose = 'transmit' | 'remind';

/** What settings say of messages. */
export type MessageSettings = Pick<
  Settings,
  'personName' | 'officeName' | 'universityName' | 'messageLanguage' | 'sharesContact'
>;

/** What a message about these lines is about: an offer may stand in several, one a formation. */
export function aboutOf(lines: readonly { readonly offerId: OfferId; readonly offerTitle: string }[]): About {
  return { count: new Set(lines.map(({ offerId }) => offerId)).size, title: lines[0]?.offerTitle ?? '' };
}

const beforeAnswer: MessageSettings = {
  ...{ personName: null, officeName: '', universityName: '', messageLanguage: 'fr', sharesContact: true },
};

/** The message that the application proposes, signed by whoever works here and their office; `t` speaks its language. */
export function proposedMessage(t: Translate, purpose: Purpose, about: About, settings: MessageSettings): Message {
  const { personName, officeName, universityName, messageLanguage, sharesContact } = settings;
  const signature = [personName ?? '', officeName, universityName].map((line) => line.trim()).filter(Boolean);
  const { subject, text } = wordsOf(t, purpose, about);
  return {
    language: messageLanguage,
    subject: subject.slice(0, 300),
    text: [text, signature.join('\n')].filter(Boolean).join('\n\n'),
    withContact: sharesContact,
  };
}

function wordsOf(t: Translate, purpose: Purpose, about: About): Pick<Message, 'subject' | 'text'> {
  const isOne = about.count === 1;
  if (purpose === 'remind') {
    return isOne
      ? { subject: t('transmissions.reminderSubject', { ...about }), text: t('transmissions.reminderText') }
      : { subject: t('transmissions.reminderSubjectMany', { ...about }), text: t('transmissions.reminderTextMany') };
  }
  return isOne
    ? { subject: t('transmissions.subjectOne', { ...about }), text: t('transmissions.textOne') }
    : { subject: t('transmissions.subjectMany', { ...about }), text: t('transmissions.textMany') };
}

/**
 * The message as it stands: what the application proposes until a person writes something else. Its language, and
 * whether the contact is named, are remembered for the next one.
 */
export function useMessage(
  about: About,
  purpose: Purpose = 'transmit',
): readonly [Message, (change: Partial<Message>) => void] {
  const { i18n } = useTranslation();
  const [written, setWritten] = useState<Partial<Message>>({});
  const settings = useCall('settings', 'get', {}).data ?? beforeAnswer;
  const remember = useAction('settings', 'update');
  const messageLanguage = written.language ?? settings.messageLanguage;
  const t = i18n.getFixedT(messageLanguage);
  const proposed = proposedMessage(t, purpose, about, { ...settings, messageLanguage });
  const change = (said: Partial<Message>): void => {
    setWritten((former) => ({ ...former, ...said }));
    const { language, withContact } = said;
    if (language !== undefined) remember.mutate({ messageLanguage: language });
    if (withContact !== undefined) remember.mutate({ sharesContact: withContact });
  };
  const message = { ...proposed, ...written };
  return [{ ...message, subject: message.subject.slice(0, 300) }, change];
}
