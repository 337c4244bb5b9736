import { useMutation } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { addTemplate, editTemplate, type TemplateInput } from '@/api/programs';
import type { FieldDefinition, Program, Template } from '@/api/types';
import { showRefusals, textElsewhere } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Checkbox, Field, Input } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { ContentFields } from './ContentFields';
import { allValues, emptyForm, formFields, formOf, type RequestForm } from './requestForm';

interface TemplateForm extends RequestForm {
  name: string;
  staffOnly: boolean;
}

interface Props {
  program: Program;
  /** The one to change; a new one without. */
  template?: Template;
  /** What a new one begins with. */
  content?: RequestForm;
  onClose: () => void;
}

export function TemplateDialog({ program, template, content, onClose }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const fields = formFields(program);
  const start = template === undefined ? (content ?? emptyForm(fields)) : formOf(template, fields);
  const form = useForm<TemplateForm>({
    defaultValues: { ...start, name: template?.name ?? '', staffOnly: template?.visibility === 'staff' },
  });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: (input: TemplateInput) =>
      template === undefined ? addTemplate(program.id, input) : editTemplate(program.id, template.id, input),
    onSuccess: onClose,
    onError: (error) => showRefusals(form, error),
  });
  const submit = form.handleSubmit((values) => save.mutate(inputOf(values, fields)));
  const elsewhere = textElsewhere(form, save.error, textOf);

  return (
    <Dialog
      open
      onClose={onClose}
      title={template === undefined ? t('templates.add') : t('templates.edit')}
      description={t('templates.dialogHint')}
      closeLabel={t('common.close')}
    >
      <form
        noValidate
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          // It may stand inside the form of a new request.
          event.stopPropagation();
          void submit(event);
        }}
      >
        <DialogBody>
          {elsewhere !== undefined && <Alert>{elsewhere}</Alert>}
          <Field label={t('templates.name')} required error={errors.name?.message}>
            {(control) => (
              <Input
                autoComplete="off"
                maxLength={100}
                {...control}
                {...form.register('name', { validate: (name) => name.trim() !== '' || t('templates.nameMissing') })}
              />
            )}
          </Field>
          <Checkbox
            label={t('templates.staffOnly')}
            hint={t('templates.staffOnlyHint')}
            {...form.register('staffOnly')}
          />
          <hr className="border-line" />
          <FormProvider {...form}>
            <ContentFields fields={fields} template />
          </FormProvider>
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('templates.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function inputOf(values: TemplateForm, fields: readonly FieldDefinition[]): TemplateInput {
  return {
    name: values.name.trim(),
    visibility: values.staffOnly ? 'staff' : 'everyone',
    title: values.title.trim(),
    description: values.description.trim(),
    priority: values.priority,
    fields: allValues(values, fields),
  };
}
