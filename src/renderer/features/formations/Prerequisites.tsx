import { Box, Button, TextField, Typography } from '@mui/material';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { maxPrerequisitesLength, type Formation } from '../../../shared/domain/formation';
import { useClient } from '../../api/client-context';
import { PanelSection } from '../../components/SidePanel';
import { TextBlock } from '../../components/TextBlock';
import { useToldActions } from '../../components/use-told-actions';

interface PrerequisitesProps {
  readonly formation: Pick<Formation, 'id' | 'title' | 'prerequisites'>;
}

/** What a formation asks for, which the office can write; files that come later leave it. */
export function Prerequisites({ formation }: PrerequisitesProps) {
  const { t } = useTranslation();
  const [isEdited, setIsEdited] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const { prerequisites } = formation;
  const close = (): void => {
    setIsEdited(false);
    // The button comes back with the next painting.
    requestAnimationFrame(() => editButton.current?.focus());
  };
  return (
    <PanelSection
      title={t('formations.prerequisites')}
      action={
        isEdited ? null : (
          <Button
            ref={editButton}
            size="small"
            aria-label={t('formations.editPrerequisites')}
            onClick={() => setIsEdited(true)}
          >
            {t('formations.edit')}
          </Button>
        )
      }
    >
      {isEdited ? (
        <PrerequisitesForm formation={formation} onClose={close} />
      ) : prerequisites === null ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('common.notGiven')}
        </Typography>
      ) : (
        <TextBlock text={prerequisites} />
      )}
    </PanelSection>
  );
}

interface PrerequisitesFormProps extends PrerequisitesProps {
  readonly onClose: () => void;
}

/** Escape leaves the text as it was. */
function PrerequisitesForm({ formation, onClose }: PrerequisitesFormProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('prerequisites');
  const { id: formationId, title } = formation;
  const [text, setText] = useState(formation.prerequisites ?? '');
  const save = (): Promise<void> =>
    attempt(async () => {
      const { former, marks } = await client.formations.setPrerequisites({ formationId, prerequisites: text });
      const undo = (): Promise<void> =>
        attempt(async () => {
          await client.formations.setPrerequisites({ formationId, prerequisites: former, undoes: marks });
        });
      if (marks.length > 0) tell(t('formations.prerequisitesSaved', { title }), undo);
      onClose();
    });
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The panel would close with it.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={leave}
    >
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={3}
        maxRows={12}
        label={t('formations.prerequisites')}
        helperText={t('formations.prerequisitesHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: maxPrerequisitesLength } }}
      />
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button type="submit" variant="outlined" size="small">
          {t('common.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
