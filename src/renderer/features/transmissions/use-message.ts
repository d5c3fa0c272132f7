import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call';

/** What a person writes around the offers of a message. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly withContact: boolean;
}

/**
 * The message as it stands: what the application proposes for an offer of this title, or for so many, until a person
 * writes something else.
 */
export function useMessage(
  about: { readonly title: string } | { readonly count: number },
): readonly [Message, (change: Partial<Message>) => void] {
  const { t } = useTranslation();
  const [written, setWritten] = useState<Partial<Message>>({});
  const person = useCall('settings', 'get', {}).data?.personName?.trim() ?? '';
  const signed = (text: string): string => (person === '' ? text : `${text}\n\n${person}`);
  const isOne = 'title' in about;
  const proposed = {
    subject: isOne
      ? t('transmissions.subjectOne', { title: about.title })
      : t('transmissions.subjectMany', { count: about.count }),
    text: signed(isOne ? t('transmissions.textOne') : t('transmissions.textMany')),
    withContact: true,
  };
  const subject = (written.subject ?? proposed.subject).slice(0, 300);
  return [{ ...proposed, ...written, subject }, (change) => setWritten((former) => ({ ...former, ...change }))];
}
