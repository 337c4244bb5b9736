import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResetLink } from '@/api/admin';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Field, Input } from '@/ui/Field';

interface Props {
  name: string;
  link: ResetLink;
  onClose: () => void;
}

export function ResetLinkDialog({ name, link, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const until = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', dateStyle: 'medium' }).format(
    Date.parse(link.expiresAt),
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.link);
      setCopied(true);
    } catch {
      // Without https there is no clipboard: it is marked, and Ctrl-C does it.
      input.current?.select();
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.linkFor', { name })}
      description={t('people.linkText', { name, until })}
      closeLabel={t('common.close')}
    >
      <DialogBody>
        <Field label={t('people.link')} hint={t('people.linkHint')}>
          {(control) => (
            <Input
              {...control}
              ref={input}
              readOnly
              value={link.link}
              onFocus={(event) => event.target.select()}
              className="font-mono text-xs"
            />
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button
          variant="primary"
          icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          <span aria-live="polite">{t(copied ? 'people.copied' : 'people.copy')}</span>
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
