import { useCallback, type ImgHTMLAttributes } from 'react';

type Props = Omit<ImgHTMLAttributes<HTMLImageElement>, 'src' | 'alt'> & { bytes: Blob; alt: string };

/** A picture whose bytes are in memory; they have an address for as long as it is shown. */
export function BlobImage({ bytes, alt, ...rest }: Props) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(bytes);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [bytes],
  );
  return <img ref={show} alt={alt} {...rest} />;
}
