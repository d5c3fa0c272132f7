import AcceptIcon from '@mui/icons-material/Check';
import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import RejectIcon from '@mui/icons-material/DoNotDisturbAltOutlined';
import CompareIcon from '@mui/icons-material/CompareArrows';
import NoteIcon from '@mui/icons-material/EditNoteOutlined';
import UndoIcon from '@mui/icons-material/Undo';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { NamedChoice } from '../../../shared/domain/decision';
import { IconAction } from './IconAction';
import type { DecidedOn, Decisions, Verdict } from './use-decisions';

interface FormationActionsProps {
  readonly formation: DecidedOn;
  readonly choice: NamedChoice | null;
  /** How many formations are chosen in all. */
  readonly chosenCount: number;
  /** Null where nothing can be decided. */
  readonly decisions: Decisions | null;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onMove: (place: number, verb: string) => void;
  readonly isNoteOpen: boolean;
  readonly onNote: () => void;
  readonly comparing: Comparing;
}

/** Whether a formation is picked for comparing, and whether it can be. */
export interface Comparing {
  readonly isPicked: boolean;
  readonly isFull: boolean;
  readonly onPick: () => void;
}

/** What can be done with one formation of an offer, as a row of quiet buttons. */
export function FormationActions(props: FormationActionsProps) {
  const { formation, choice, decisions, chosenCount, onDecide, onMove, isNoteOpen, onNote, comparing } = props;
  const { t } = useTranslation();
  const { title } = formation;
  const button = (verb: 'accept' | 'reject' | 'clear' | 'up' | 'down' | 'note' | 'pick') => ({
    verb,
    name: t(`decisions.verbs.${verb}`),
    of: t(`decisions.verbsOf.${verb}`, { title }),
  });
  const place = choice?.place ?? null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.25 }}>
      {decisions && place !== null ? (
        <>
          <IconAction
            {...button('up')}
            icon={<UpIcon />}
            isDisabled={place === 1}
            onClick={() => onMove(place - 1, 'up')}
          />
          <IconAction
            {...button('down')}
            icon={<DownIcon />}
            isDisabled={place === chosenCount}
            onClick={() => onMove(place + 1, 'down')}
          />
        </>
      ) : null}
      {decisions && choice ? (
        <>
          <IconAction {...button('note')} icon={<NoteIcon />} isExpanded={isNoteOpen} onClick={onNote} />
          <IconAction {...button('clear')} icon={<UndoIcon />} onClick={() => onDecide('cleared')} />
        </>
      ) : null}
      {decisions && !choice ? (
        <>
          <IconAction {...button('accept')} icon={<AcceptIcon />} onClick={() => onDecide('accepted')} />
          <IconAction {...button('reject')} icon={<RejectIcon />} onClick={() => onDecide('rejected')} />
        </>
      ) : null}
      <IconAction
        {...button('pick')}
        icon={<CompareIcon />}
        isPressed={comparing.isPicked}
        isDisabled={comparing.isFull && !comparing.isPicked}
        onClick={comparing.onPick}
      />
    </Box>
  );
}
