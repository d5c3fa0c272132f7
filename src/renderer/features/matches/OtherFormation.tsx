import AddIcon from '@mui/icons-material/PlaylistAdd';
import { Button, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormationRow } from '../../../shared/contract/formations';
import { FormationSearch } from '../../components/FormationSearch';
import { PanelSection } from '../../components/SidePanel';
import { ChoiceLine } from './ChoiceLine';
import type { ComparedText } from './compared-text';
import { FormationReasons } from './FormationReasons';
import type { Decisions } from './use-decisions';

interface OtherFormationProps {
  readonly compared: ComparedText;
  /** Null for a text on which nothing can be decided. */
  readonly decisions: Decisions | null;
  /** Told whether reasons are open, which need room. */
  readonly onOpen?: (isOpen: boolean) => void;
}

/** "Why not X?": any formation of the university, found by typing, with the reasons for and against it, and to add. */
export function OtherFormation({ compared, decisions, onOpen }: OtherFormationProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<FormationRow | null>(null);
  const answer = useRef<HTMLHeadingElement>(null);
  const chosenId = chosen?.id;
  // The answer is mostly below what is seen of the panel, and grows once it is there.
  useEffect(() => {
    if (chosenId === undefined) return;
    answer.current?.focus({ preventScroll: true });
    answer.current?.scrollIntoView({ block: 'start' });
  }, [chosenId]);
  return (
    <PanelSection title={t('reasons.whyNot')}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('reasons.whyNotHint')}
      </Typography>
      <FormationSearch
        label={t('reasons.whyNotLabel')}
        chosen={chosen}
        onChoose={(row) => {
          setChosen(row);
          onOpen?.(row !== null);
        }}
      />
      {chosen ? (
        <>
          <Typography
            ref={answer}
            tabIndex={-1}
            variant="body2"
            component="h4"
            sx={{ fontWeight: 650, mt: 1.5, mb: 0.5, scrollMarginTop: 12 }}
          >
            {chosen.title}
          </Typography>
          {decisions ? <AddFormation formation={chosen} decisions={decisions} /> : null}
          <FormationReasons key={chosen.id} compared={compared} formationId={chosen.id} title={chosen.title} />
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
