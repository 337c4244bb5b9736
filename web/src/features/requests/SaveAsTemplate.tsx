import { CopyPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Program, Request } from '@/api/types';
import { IconButton } from '@/ui/Button';
import { formFields, formOf } from './requestForm';
import { TemplateDialog } from './TemplateDialog';

/** Makes what a request says the start of others; for those who look after the program. */
export function SaveAsTemplate({ request, program }: { request: Request; program: Program }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!program.can.edit) return null;
  return (
    <>
      <IconButton label={t('templates.saveAs')} onClick={() => setOpen(true)}>
        <CopyPlus size={16} />
      </IconButton>
      {open && (
        <TemplateDialog
          program={program}
          content={formOf(request, formFields(program))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
