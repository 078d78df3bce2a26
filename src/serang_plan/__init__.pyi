from serang_plan.operations.api import BuiltReport as BuiltReport
from serang_plan.operations.api import CheckResult as CheckResult
from serang_plan.operations.api import Lang as Lang
from serang_plan.operations.api import PlanState as PlanState
from serang_plan.operations.api import ProblemError as ProblemError
from serang_plan.operations.api import build_report as build_report
from serang_plan.operations.api import check as check
from serang_plan.operations.api import read_plan as read_plan
from serang_plan.operations.api import render as render

__version__: str
