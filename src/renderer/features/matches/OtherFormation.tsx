import AddIcon from '@mui/icons-material/PlaylistAdd';
import { Autocomplete, Box, Button, TextField, Typography } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationRow } from '../../../shared/contract/formations';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { PanelSection } from '../../components/SidePanel';
import { ChoiceLine } from './ChoiceLine';
import { FormationReasons } from './FormationReasons';
import type { Decisions } from './use-decisions';

/** As many as one looks through before typing more. */
const optionsShown = 25;

interface OtherFormationProps {
  readonly offerId: OfferId;
  readonly decisions: Decisions;
  /** Told whether reasons are open, which need room. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** "Why not X?": any formation of the university, found by typing, with the reasons for and against it, and to add. */
export function OtherFormation({ offerId, decisions, onOpen }: OtherFormationProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<FormationRow | null>(null);
  const [typed, setTyped] = useState('');
  // What stands in the field after a choice is the choice and no search.
  const text = useDeferredValue(chosen && typed === nameOf(chosen) ? '' : typed.slice(0, 200));
  const { data, isFetching } = useCall(
    'formations',
    'list',
    { filter: text === '' ? {} : { text }, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: optionsShown },
    { keepPrevious: true },
  );
  return (
    <PanelSection title={t('reasons.whyNot')}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('reasons.whyNotHint')}
      </Typography>
      <Autocomplete
        options={data?.rows ?? []}
        value={chosen}
        inputValue={typed}
        onInputChange={(_event, value) => setTyped(value)}
        onChange={(_event, row) => {
          setChosen(row);
          onOpen(row !== null);
        }}
        // The server has searched; a second search by the widget would know nothing of components.
        filterOptions={(rows) => rows}
        getOptionLabel={nameOf}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(row, value) => row.id === value.id}
        loading={isFetching}
        loadingText={t('reasons.whyNotLoading')}
        noOptionsText={t('reasons.whyNotNone')}
        renderOption={({ key, ...props }, row) => (
          <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
            <Typography variant="body2">{row.title}</Typography>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {[row.diplomaType, row.component].filter((part) => part !== null && part !== '').join(' · ')}
            </Typography>
          </Box>
        )}
        renderInput={(params) => <TextField {...params} label={t('reasons.whyNotLabel')} />}
      />
      {chosen ? (
        <>
          <Typography variant="body2" component="h4" sx={{ fontWeight: 650, mt: 1.5, mb: 0.5 }}>
            {chosen.title}
          </Typography>
          <AddFormation formation={chosen} decisions={decisions} />
          <FormationReasons key={chosen.id} compared={{ offerId }} formationId={chosen.id} title={chosen.title} />
        </>
      ) : null}
    </PanelSection>
  );
}

interface AddFormationProps {
  readonly formation: FormationRow;
  readonly decisions: Decisions;
}

/** Adds a formation to an offer, whatever the ranking says of it; or how it was decided on already. */
function AddFormation({ formation, decisions }: AddFormationProps) {
  const { t } = useTranslation();
  const choice = decisions.choices.find((known) => known.formation.id === formation.id);
  if (choice && choice.state !== 'rejected') return <ChoiceLine choice={choice} match={null} isBrief />;
  return (
    <>
      {choice ? <ChoiceLine choice={choice} match={null} isBrief /> : null}
      <Button
        size="small"
        variant="outlined"
        startIcon={<AddIcon />}
        aria-label={t('decisions.verbsOf.add', { title: formation.title })}
        onClick={() => decisions.decide(formation, 'added', null)}
      >
        {t('decisions.verbs.add')}
      </Button>
    </>
  );
}

function nameOf({ title, diplomaType }: FormationRow): string {
  return diplomaType ? `${title} (${diplomaType})` : title;
}
