"""Wagtail's own screen of a token: another person's is stopped with a reason there too."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.users.utils import user_can_manage_token
from wagtail.users.views.api_tokens import RevokeView

from guanwei.console.programs.overseeing import ReasonForm, revoke
from guanwei.console.registers.posts import wrong

REVOKE = "wagtailcore.delete_apitoken"


class RevokeWithReason(RevokeView):
    """One's own token needs none."""

    template_name = "console/programs/confirm_revoke.html"

    @property
    def of_another(self) -> bool:
        return bool(self.object.user_id != self.request.user.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "of_another": self.of_another}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if not self.of_another:
            return super().post(request, *args, **kwargs)
        if not user_can_manage_token(request.user, self.object.user, REVOKE):
            raise PermissionDenied
        form = ReasonForm(request.POST)
        if not form.is_valid():
            context = self.get_context_data(refusals=wrong(form))
            return self.render_to_response(context, status=409)
        revoke(self.object, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("已撤销并记下；这个程序从现在起不能再用。"))
        return redirect(self.get_success_url())
