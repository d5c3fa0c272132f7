import { Box, Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftsProgress } from './DraftsProgress';
import { MessageChoices, MessageFields } from './MessageFields';
import type { Drafts } from './use-drafts';
import type { Message } from './use-message';

interface MessageActionsProps {
  readonly message: Message;
  readonly onChange: (change: Partial<Message>) => void;
  /** What the button says that makes the draft. */
  readonly label: string;
  readonly isDisabled: boolean;
  readonly drafts: Drafts;
  readonly onPrepare: () => void;
  /** What is to be known before. */
  readonly notice?: ReactNode;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** One message of a group: proposed as a whole, and opened only by whoever wants to change it. */
export function MessageActions(props: MessageActionsProps) {
  const { message, onChange, label, isDisabled, drafts, onPrepare, notice, children } = props;
  const { t } = useTranslation();
  const [isWriting, setIsWriting] = useState(false);
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
      {isWriting ? <MessageFields message={message} onChange={onChange} /> : null}
      <MessageChoices message={message} onChange={onChange} />
      {notice}
      <DraftsProgress drafts={drafts} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="contained"
          loading={drafts.isPreparing}
          disabled={isDisabled || message.subject.trim() === ''}
          onClick={onPrepare}
        >
          {label}
        </Button>
        <Button aria-expanded={isWriting} onClick={() => setIsWriting(!isWriting)}>
          {t('transmissions.editMessage')}
        </Button>
        {children}
      </Box>
    </Box>
  );
}
