import { Box } from '@mui/material';

interface LogoImageProps {
  /** A PNG in base 64. */
  readonly png: string;
  /** Whose it is, for those who do not see it. */
  readonly name: string;
}

/** A logo on a ground of paper, in both themes: most are made for white. */
export function LogoImage({ png, name }: LogoImageProps) {
  return (
    <Box
      component="img"
      src={`data:image/png;base64,${png}`}
      alt={name}
      sx={{
        maxHeight: 36,
        maxWidth: 140,
        objectFit: 'contain',
        bgcolor: 'common.white',
        borderRadius: 0.5,
        p: 0.25,
        boxSizing: 'content-box',
      }}
    />
  );
}
