import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { createRequest, type RequestInput } from '@/api/calls';
import { Problem } from '@/api/problem';
import {
  isFieldType,
  PRIORITIES,
  type FieldDefinition,
  type Priority,
  type Program,
  type RequestDetail,
} from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Checkbox, Field, Input, Select, Textarea } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { FieldInput, parseField } from './FieldInput';

interface RequestForm {
  title: string;
  description: string;
  priority: Priority;
  dueDate: string;
  fields: Record<string, string | boolean>;
}

interface Props {
  program: Program;
  onClose: () => void;
  onCreated: (request: RequestDetail) => void;
}

/** The form follows the program's fields. */
export function CreateRequestDialog({ program, onClose, onCreated }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const fields = program.fields.filter((field) => isFieldType(field.type)).toSorted((a, b) => a.position - b.position);
  const form = useForm<RequestForm>({
    defaultValues: {
      title: '',
      description: '',
      priority: 'medium',
      dueDate: '',
      fields: Object.fromEntries(fields.map((field) => [field.key, field.type === 'checkbox' ? false : ''])),
    },
  });
  const { errors } = form.formState;
  const create = useMutation({
    mutationFn: (input: RequestInput) => createRequest(program.id, input),
    onSuccess: (request) => {
      onClose();
      onCreated(request);
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      for (const { path, message } of error.errors) form.setError(path as 'title', { message });
    },
  });
  const submit = form.handleSubmit((values) => create.mutateAsync(inputOf(values, fields)).catch(() => undefined));
  // A message that belongs to an input of this form stands there; everything else stands on top.
  const elsewhere = create.error !== null && !(create.error instanceof Problem && create.error.errors.length > 0);

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('requests.create')}
      description={t('requests.createHint')}
      closeLabel={t('common.close')}
    >
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          {elsewhere && <Alert>{textOf(create.error)}</Alert>}
          <Field label={t('requests.title')} required error={errors.title?.message}>
            {(control) => (
              <Input
                autoComplete="off"
                maxLength={200}
                {...control}
                {...form.register('title', {
                  validate: (title) => title.trim().length >= 3 || t('requests.titleLength'),
                })}
              />
            )}
          </Field>
          <Field label={t('requests.description')} error={errors.description?.message}>
            {(control) => <Textarea maxLength={5000} {...control} {...form.register('description')} />}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('requests.priority')}>
              {(control) => (
                <Select {...control} {...form.register('priority')}>
                  {PRIORITIES.map((priority) => (
                    <option key={priority} value={priority}>
                      {t(`priority.${priority}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('requests.dueDate')} error={errors.dueDate?.message}>
              {(control) => <Input type="date" max="9999-12-31" {...control} {...form.register('dueDate')} />}
            </Field>
          </div>
          {fields.map((field) => {
            const error = errors.fields?.[field.key]?.message;
            const validate = (typed: string | boolean) =>
              parseField(field.type, typed) !== undefined || t('requests.numberFormat');
            const control = form.register(`fields.${field.key}`, { validate });
            if (field.type === 'checkbox') return <Checkbox key={field.id} label={field.label} {...control} />;
            return (
              <Field key={field.id} label={field.label} required={field.required} error={error}>
                {(attributes) => <FieldInput field={field} {...attributes} {...control} />}
              </Field>
            );
          })}
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            {t('common.create')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function inputOf(values: RequestForm, fields: FieldDefinition[]): RequestInput {
  const input: RequestInput = { title: values.title.trim(), priority: values.priority };
  if (values.description.trim() !== '') input.description = values.description.trim();
  if (values.dueDate !== '') input.dueDate = values.dueDate;
  const given = fields.flatMap((field) => {
    const value = parseField(field.type, values.fields[field.key] ?? '');
    return value === null || value === undefined || value === false ? [] : [[field.key, value] as const];
  });
  if (given.length > 0) input.fields = Object.fromEntries(given);
  return input;
}
