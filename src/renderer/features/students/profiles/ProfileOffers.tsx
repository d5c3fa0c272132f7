import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../../shared/domain/candidate';
import { candidateText } from '../../../../shared/domain/candidate-text';
import { LeftOut } from '../LeftOut';
import { NamedContract } from '../NamedContract';
import { OpenOffers } from '../OpenOffers';
import { studentPageSize, useStudentOffers } from '../use-student-offers';

interface ProfileOffersProps {
  readonly profile: Candidate;
}

/** The offers that suit a profile, as what it wants and knows finds them; they follow what comes in. */
export function ProfileOffers({ profile }: ProfileOffersProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const text = candidateText(profile);
  const { contractType, level, department, region, availableFrom, availableTo } = profile;
  const criteria = {
    ...(contractType === null ? {} : { contractType }),
    ...(level === null ? {} : { level }),
    ...(department === null ? {} : { department }),
    ...(region === null ? {} : { region }),
    ...(availableFrom === null ? {} : { availableFrom }),
    ...(availableTo === null ? {} : { availableTo }),
  };
  const { answer, named, leftOut, show } = useStudentOffers(text, criteria, page);
  return (
    <>
      <NamedContract named={named} onEvery={() => show('contracts')} />
      <OpenOffers
        answer={answer}
        text={text}
        level={level}
        page={page}
        pageSize={studentPageSize}
        onPage={setPage}
        noneText={t('profiles.noneText')}
      />
      <LeftOut leftOut={leftOut} onShow={show} />
    </>
  );
}
