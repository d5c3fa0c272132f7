import { Box, Step, StepLabel, Stepper } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader';
import { CheckFile } from './CheckFile';
import { ChooseFile } from './ChooseFile';
import { readImportAddress } from './import-address';
import { TakePackage } from './TakePackage';

const steps = ['file', 'check', 'report'] as const;

/** From a file to its rows in the database, with a look before. The address keeps the kind and the chosen file. */
export function ImportPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { kind, fileId, packageId } = readImportAddress(params);
  const isChosen = fileId !== null || packageId !== null;
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader title={t('imports.chooseTitle')} />
      <Stepper
        activeStep={isChosen ? 1 : 0}
        aria-label={t('imports.stepsLabel')}
        sx={{ maxWidth: 560, mt: 1.5, mb: 3 }}
      >
        {steps.map((step) => (
          <Step key={step}>
            <StepLabel>{t(`imports.steps.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {!isChosen ? (
        <ChooseFile
          kind={kind}
          onKind={(next) => setParams({ kind: next }, { replace: true })}
          onFile={(next) => setParams({ kind, file: next })}
          onPackage={(next) => setParams({ kind, package: next })}
        />
      ) : fileId === null ? (
        packageId && <TakePackage key={packageId} fileId={packageId} onOtherFile={() => setParams({ kind })} />
      ) : (
        <CheckFile
          key={`${fileId}-${kind}`}
          fileId={fileId}
          kind={kind}
          packageId={packageId}
          onOtherFile={() => setParams(packageId ? { kind, package: packageId } : { kind })}
          onStarted={(importId, jobId) => void navigate(`/imports/${importId}?job=${jobId}`, { replace: true })}
        />
      )}
    </Box>
  );
}
