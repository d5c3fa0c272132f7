import { Button, Chip, Tooltip } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferStatus } from '../../../shared/domain/offer';
import { SaveStatus } from './SaveStatus';
import type { SaveState } from './use-autosave';
import type { WayOut } from './use-publish';

interface EditorActionsProps {
  readonly state: SaveState;
  readonly status: OfferStatus;
  readonly canBePublished: boolean;
  /** The way out that is being gone already: neither begins twice. */
  readonly pending: WayOut | null;
  readonly onFinish: () => void;
  /** A draft is published on the way. */
  readonly onTransmit: () => void;
  readonly onPublish: () => void;
}

/** Where an offer stands, and the ways on from its editor. */
export function EditorActions(props: EditorActionsProps) {
  const { t } = useTranslation();
  const { state, status, canBePublished, pending, onFinish, onTransmit, onPublish } = props;
  const isDraft = status === 'draft';
  const isClosed = status === 'filled' || status === 'archived';
  return (
    <>
      <SaveStatus state={state} />
      <Chip size="small" variant="outlined" label={t(`statuses.${status}`)} />
      <Button variant="outlined" onClick={onFinish}>
        {t(isDraft ? 'editor.finishLater' : 'editor.finish')}
      </Button>
      {isClosed ? null : (
        <Button
          variant="outlined"
          loading={pending === 'transmit'}
          disabled={pending !== null || (isDraft && !canBePublished)}
          onClick={onTransmit}
        >
          {t(isDraft ? 'editor.publishAndTransmit' : 'transmissions.transmit')}
        </Button>
      )}
      {isDraft ? (
        <Tooltip title={t('editor.publishHint')} describeChild>
          <Button
            variant="contained"
            loading={pending === 'publish'}
            disabled={pending !== null || !canBePublished}
            onClick={onPublish}
          >
            {t('editor.publish')}
          </Button>
        </Tooltip>
      ) : null}
    </>
  );
}
